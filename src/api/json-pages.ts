import { Injectable } from '@nestjs/common';
import type { Cursor, CursorPage, NumberedPage } from '../common/page';
import { type UrlArgs, UrlFor } from '../routing/url-for';
import type { CursorMetaJson, NumberedMetaJson, PageJson } from './page-json';
import type { CursorQuery } from './page-query.decorators';

/** A part of a list and the cursors to what comes next and what came before, in the order of the list. */
interface Slice<T> {
  readonly items: T[];
  readonly next: Cursor | null;
  readonly prev: Cursor | null;
}

/** Where skipping begins to cost: the page behind that many is linked with the id behind which it begins. */
const FAR = 1_000;

/** Pages of lists with links to their neighbours, which keep the route and its arguments. */
@Injectable()
export class JsonPages {
  constructor(private readonly urls: UrlFor) {}

  /** A page of a list that is counted. The page before one beyond the end is the last. */
  numbered<T>({ items, page, perPage, totalItems, last }: NumberedPage<T>, route: string, args: UrlArgs = {}): NumberedOf<T> {
    const totalPages = Math.ceil(totalItems / perPage);
    const urlOf = (number: number, more: UrlArgs = {}): string =>
      this.urls.path(route, { ...args, page: number, per_page: perPage, ...more });
    const past = last !== undefined && page * perPage >= FAR ? { past: last } : {};
    return {
      items,
      _meta: { page, per_page: perPage, total_pages: totalPages, total_items: totalItems },
      _links: {
        self: urlOf(page),
        next: page < totalPages ? urlOf(page + 1, past) : null,
        prev: page > 1 && totalPages > 0 ? urlOf(Math.min(page - 1, totalPages)) : null,
      },
    };
  }

  /** A page of a list that shows the newest first: next is what is older. */
  byCursor<T>({ items, older, newer }: CursorPage<T>, at: CursorQuery, route: string, args: UrlArgs = {}): CursorOf<T> {
    return this.slice({ items, next: older, prev: newer }, at, route, args);
  }

  /** A page of a list in another order. */
  slice<T>({ items, next, prev }: Slice<T>, { cursor, perPage }: CursorQuery, route: string, args: UrlArgs = {}): CursorOf<T> {
    const urlOf = (to: Cursor): string => this.urls.path(route, { ...args, ...to, per_page: perPage });
    return {
      items,
      _meta: { per_page: perPage },
      _links: { self: urlOf(cursor), next: next && urlOf(next), prev: prev && urlOf(prev) },
    };
  }
}

type NumberedOf<T> = PageJson<T, NumberedMetaJson>;
type CursorOf<T> = PageJson<T, CursorMetaJson>;
