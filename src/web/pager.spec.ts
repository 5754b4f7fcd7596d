import type { UrlFor } from '../routing/url-for';
import { Pager } from './pager';

const urls = {
  path: (route: string, args: Record<string, string>) => `${route}?${new URLSearchParams(args).toString()}`,
} as unknown as UrlFor;
const pager = new Pager(urls);

describe('the links of a page', () => {
  it('keep the route and its arguments', () => {
    const page = { items: [7, 6], older: { before: 6 }, newer: { after: 7 } };

    expect(pager.link(page, 'profiles.show', { username: 'susan' })).toEqual({
      ...page,
      olderUrl: 'profiles.show?username=susan&before=6',
      newerUrl: 'profiles.show?username=susan&after=7',
    });
  });

  it('are none where there is no page', () => {
    const page = { items: [], older: null, newer: null };

    expect(pager.link(page, 'timeline.home')).toEqual({ ...page, olderUrl: null, newerUrl: null });
  });
});
