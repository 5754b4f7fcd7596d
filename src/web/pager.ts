import { Injectable } from '@nestjs/common';
import type { Cursor, CursorPage } from '../common/page';
import { type UrlArgs, UrlFor } from '../routing/url-for';

/** A page with the addresses of its neighbours, for `views/parts/pager.hbs`; null where there is none. */
export interface LinkedPage<T> extends CursorPage<T> {
  readonly olderUrl: string | null;
  readonly newerUrl: string | null;
}

@Injectable()
export class Pager {
  constructor(private readonly urls: UrlFor) {}

  /** Links that keep the route and its arguments. */
  link<T>(page: CursorPage<T>, route: string, args: UrlArgs = {}): LinkedPage<T> {
    const urlOf = (cursor: Cursor | null): string | null => (cursor ? this.urls.path(route, { ...args, ...cursor }) : null);
    const { items, older, newer } = page;
    return { items, older, newer, olderUrl: urlOf(older), newerUrl: urlOf(newer) };
  }
}
