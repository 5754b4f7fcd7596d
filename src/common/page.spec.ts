import {
  mapPage,
  type PageStart,
  parseCursor,
  parseId,
  parsePageNumber,
  parsePerPage,
  readNumberedPage,
  toCursorPage,
} from './page';

describe('a cursor from a query string', () => {
  it('is the id to go on from, on either side', () => {
    expect(parseCursor({ before: '7' })).toEqual({ before: 7 });
    expect(parseCursor({ after: '7' })).toEqual({ after: 7 });
    expect(parseCursor({ before: '9007199254740991' })).toEqual({ before: Number.MAX_SAFE_INTEGER });
  });

  it('is only one of the two', () => {
    expect(parseCursor({ before: '7', after: '3' })).toEqual({ before: 7 });
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['text', 'abc'],
    ['zero', '0'],
    ['a leading zero', '07'],
    ['a negative number', '-1'],
    ['a fraction', '1.5'],
    ['an exponent', '1e3'],
    ['a hexadecimal number', '0x10'],
    ['blanks around it', ' 7 '],
    ['a line end', '7\n'],
    ['other digits', '٧'],
    ['2^53', '9007199254740992'],
    ['2^63 - 1', '9223372036854775807'],
    ['beyond every number', '9'.repeat(400)],
    ['infinity', 'Infinity'],
    ['not a number', 'NaN'],
    ['a list', ['7', '8']],
    ['an object', { id: '7' }],
    ['a number that no URL has', 7],
  ])('is the first page for %s', (_, value) => {
    expect(parseCursor({ before: value })).toEqual({});
    expect(parseCursor({ after: value })).toEqual({});
    expect(parseId(value)).toBeUndefined();
  });
});

describe('a cursor page', () => {
  const idOf = (id: number): number => id;

  it('leads nowhere when all fits on it', () => {
    expect(toCursorPage([3, 2, 1], 3, {}, idOf)).toEqual({ items: [3, 2, 1], older: null, newer: null });
  });

  it('leads to what is older when one row more was found, which it does not show', () => {
    expect(toCursorPage([9, 8, 7, 6], 3, {}, idOf)).toEqual({ items: [9, 8, 7], older: { before: 7 }, newer: null });
  });

  it('leads back to what is newer once one has gone on', () => {
    expect(toCursorPage([6, 5, 4, 3], 3, { before: 7 }, idOf)).toEqual({
      items: [6, 5, 4],
      older: { before: 4 },
      newer: { after: 6 },
    });
    expect(toCursorPage([3, 2], 3, { before: 4 }, idOf)).toEqual({ items: [3, 2], older: null, newer: { after: 3 } });
  });

  it('is newest first also on the way back, when rows come oldest first', () => {
    expect(toCursorPage([5, 6, 7, 8], 3, { after: 4 }, idOf)).toEqual({
      items: [7, 6, 5],
      older: { before: 5 },
      newer: { after: 7 },
    });
    expect(toCursorPage([8, 9], 3, { after: 7 }, idOf)).toEqual({ items: [9, 8], older: { before: 8 }, newer: null });
  });

  it('leads nowhere when it is empty', () => {
    const nowhere = { items: [], older: null, newer: null };

    expect(toCursorPage([], 3, {}, idOf)).toEqual(nowhere);
    expect(toCursorPage([], 3, { before: 1 }, idOf)).toEqual(nowhere);
    expect(toCursorPage([], 3, { after: 99 }, idOf)).toEqual(nowhere);
  });

  it('leads back although it is empty, from the cursor itself, when something lies behind it', () => {
    expect(toCursorPage([], 3, { before: 1 }, idOf, true)).toEqual({ items: [], older: null, newer: { after: 0 } });
    expect(toCursorPage([], 3, { after: 99 }, idOf, true)).toEqual({ items: [], older: { before: 100 }, newer: null });
  });

  it('leads back to nothing when nothing lies behind it', () => {
    expect(toCursorPage([3, 2], 3, { before: 9 }, idOf, false)).toEqual({ items: [3, 2], older: null, newer: null });
    expect(toCursorPage([2, 3], 3, { after: 1 }, idOf, false)).toEqual({ items: [3, 2], older: null, newer: null });
  });

  it('keeps its cursors when its items are turned into something else', () => {
    const page = { items: [2, 1], older: { before: 1 }, newer: { after: 2 } };

    expect(mapPage(page, (id) => `post ${id}`)).toEqual({ ...page, items: ['post 2', 'post 1'] });
  });
});

describe('a page number from a query string', () => {
  it('is the page and its size', () => {
    expect(parsePageNumber({ page: '3', per_page: '25' })).toEqual({ page: 3, perPage: 25 });
  });

  it.each(['0', '-1', 'abc', '', '1.5', '9223372036854775808', ['2'], undefined])('is the first page of ten for %j', (value) => {
    expect(parsePageNumber({ page: value, per_page: value })).toEqual({ page: 1, perPage: 10 });
  });

  it('never asks for more than a hundred', () => {
    expect(parsePageNumber({ per_page: '100' }).perPage).toBe(100);
    expect(parsePageNumber({ per_page: '101' }).perPage).toBe(100);
    expect(parsePerPage({ per_page: '9007199254740991' }, 25)).toBe(100);
    expect(parsePerPage({}, 25)).toBe(25);
  });
});

describe('a numbered page', () => {
  const read = jest.fn(({ offset, past }: PageStart, limit: number) =>
    Promise.resolve({ items: [`${limit} rows ${past === undefined ? `from ${offset}` : `past ${past}`}`], last: 7 }),
  );

  beforeEach(() => read.mockClear());

  it('skips what the pages before it show', async () => {
    const page = await readNumberedPage({ page: 3, perPage: 10 }, 21, read);

    expect(page).toEqual({ items: ['10 rows from 20'], page: 3, perPage: 10, totalItems: 21, last: 7 });
  });

  it('skips nothing for who comes from the page before it', async () => {
    const { items } = await readNumberedPage({ page: 3, perPage: 10, past: 77 }, 21, read);

    expect(items).toEqual(['10 rows past 77']);
  });

  it('is empty beyond the end, and reads nothing: the offset may be too large for a database', async () => {
    const page = await readNumberedPage({ page: Number.MAX_SAFE_INTEGER, perPage: 100 }, 21, read);
    const justBeyond = await readNumberedPage({ page: 3, perPage: 10 }, 20, read);

    expect(page.items).toEqual([]);
    expect(justBeyond).toEqual({ items: [], page: 3, perPage: 10, totalItems: 20 });
    expect(read).not.toHaveBeenCalled();
  });
});
