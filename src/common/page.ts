/**
 * Two ways to page. Lists that grow are paged by cursor: a page costs the same wherever it lies. The API's older lists (`?page=`)
 * are numbered, because programs rely on it.
 */

/** Where a cursor page starts: rows older than `before`, or newer than `after`, or the newest. Both are ids, never both at once. */
export interface Cursor {
  readonly before?: number;
  readonly after?: number;
}

export const firstPage: Cursor = {};

/** A slice of a list ordered by id, newest first, and the cursors to its neighbours; null where there is none. */
export interface CursorPage<T> {
  readonly items: T[];
  /** Cursor of the next older page. */
  readonly older: Cursor | null;
  /** Cursor of the next newer page. */
  readonly newer: Cursor | null;
}

/**
 * Reads a cursor from a query string. What makes no sense (text, zero, beyond 2^53, an array) is the first page, never an error:
 * links get cut and copied by people.
 */
export function parseCursor(query: Record<string, unknown>): Cursor {
  const before = parseId(query['before']);
  if (before !== undefined) return { before };
  const after = parseId(query['after']);
  if (after !== undefined) return { after };
  return firstPage;
}

/** Above every id, and exact as a number. */
export const BEYOND_ALL = 2 ** 53;

/** Where the rows of a page lie, in words of SQL: `id ${past} :from ORDER BY id ${order}`. */
export interface Seek {
  readonly past: '<' | '>';
  readonly order: 'DESC' | 'ASC';
  readonly from: number;
}

/** How a page is read from a list that is ordered by id. One row more than fit on the page goes to `toCursorPage`. */
export function seekOf({ before = BEYOND_ALL, after }: Cursor): Seek {
  return after === undefined ? { past: '<', order: 'DESC', from: before } : { past: '>', order: 'ASC', from: after };
}

/** A positive whole number below 2^53 as written in a URL, else undefined. */
export function parseId(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^[1-9]\d{0,15}$/.test(value)) return undefined;
  const id = Number(value);
  return Number.isSafeInteger(id) ? id : undefined;
}

/**
 * Makes a page of rows that were fetched one more than asked for, in the direction of the cursor (oldest first after `after`).
 *
 * @param rows at most `limit + 1` rows: newest first, or oldest first when the cursor has `after`
 * @param behind whether there is anything on the other side of the cursor; when nobody looked, a page that is not empty says yes
 */
export function toCursorPage<T>(
  rows: T[],
  limit: number,
  cursor: Cursor,
  idOf: (row: T) => number,
  behind = rows.length > 0,
): CursorPage<T> {
  const { before = 0, after } = cursor;
  const hasMore = rows.length > limit;
  const items = rows.slice(0, limit);
  const backwards = after !== undefined;
  if (backwards) items.reverse();
  const first = items[0];
  const last = items[items.length - 1];
  const older = backwards ? behind : hasMore;
  const newer = backwards ? hasMore : cursor.before !== undefined && behind;
  // An empty page has no first and last: its neighbours begin at the cursor itself.
  return {
    items,
    older: older ? { before: last === undefined ? (after ?? 0) + 1 : idOf(last) } : null,
    newer: newer ? { after: first === undefined ? before - 1 : idOf(first) } : null,
  };
}

/**
 * The same for a list that begins with the oldest, as a conversation does: `older` leads to what came before, `newer` to what follows.
 *
 * @param rows at most `limit + 1` rows: oldest first, or newest first when the cursor has `before`
 */
export function toAscendingPage<T>(rows: T[], limit: number, cursor: Cursor, idOf: (row: T) => number): CursorPage<T> {
  const backwards = cursor.before !== undefined;
  const hasMore = rows.length > limit;
  const items = rows.slice(0, limit);
  if (backwards) items.reverse();
  const [first, last] = [items[0], items[items.length - 1]];
  const older = backwards ? hasMore : cursor.after !== undefined;
  const newer = backwards || hasMore;
  return {
    items,
    older: older ? { before: first === undefined ? (cursor.after ?? 0) + 1 : idOf(first) } : null,
    newer: newer ? { after: last === undefined ? (cursor.before ?? 1) - 1 : idOf(last) } : null,
  };
}

/** The same page with its items turned into something else. */
export function mapPage<T, U>(page: CursorPage<T>, toOther: (item: T) => U): CursorPage<U> {
  return { ...page, items: page.items.map(toOther) };
}

/** Which page of a counted list is asked for. */
export interface PageNumber {
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  /** The id with which the page before ended, for who comes from there: then nothing is skipped, and a page costs the same wherever it lies. */
  readonly past?: number;
}

/** Where the rows of a numbered page begin. */
export interface PageStart {
  /** So many are skipped. */
  readonly offset: number;
  /** None is: they come after this id in the order of the list. */
  readonly past?: number;
}

/** The rows of a numbered page, and with which id it ended, whoever of them is shown. */
export interface Stretch<T> {
  readonly items: T[];
  readonly last?: number;
}

/** A page with a number, for lists that are counted. */
export interface NumberedPage<T> extends PageNumber {
  readonly items: T[];
  readonly totalItems: number;
  /** The id with which it ended; absent when it is empty. */
  readonly last?: number;
}

const PER_PAGE = 10;
const MAX_PER_PAGE = 100;

/** Reads `?page=&per_page=&past=` from a query string. What makes no sense is the first page, or the usual size. */
export function parsePageNumber(query: Record<string, unknown>): PageNumber {
  return { page: parseId(query['page']) ?? 1, perPage: parsePerPage(query, PER_PAGE), past: parseId(query['past']) };
}

/** Reads `?per_page=`: the usual size when it makes no sense, never more than 100. */
export function parsePerPage(query: Record<string, unknown>, usual: number): number {
  return Math.min(parseId(query['per_page']) ?? usual, MAX_PER_PAGE);
}

/** Makes a numbered page. Beyond the end nothing is read: the offset may be a number that no database takes. */
export async function readNumberedPage<T>(
  { page, perPage, past }: PageNumber,
  totalItems: number,
  read: (start: PageStart, limit: number) => Promise<Stretch<T>>,
): Promise<NumberedPage<T>> {
  const offset = (page - 1) * perPage;
  const { items, last } = offset < totalItems ? await read({ offset, past }, perPage) : { items: [] };
  return { items, last, page, perPage, totalItems };
}
