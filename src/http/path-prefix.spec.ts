import type { Request, Response } from 'express';
import { underPrefix } from './path-prefix';

/** What the routes see of a request, and what the browser sees. */
function passed(url: string): { url: string; originalUrl: string } {
  const request = { url, originalUrl: url } as Request;
  const next = jest.fn();
  underPrefix('/micro/blog')(request, {} as Response, next);
  expect(next.mock.calls).toEqual([[]]);
  return { url: request.url, originalUrl: request.originalUrl };
}

describe('a site below a prefix', () => {
  it.each([
    ['/micro/blog', '/'],
    ['/micro/blog/', '/'],
    ['/micro/blog?before=7', '/?before=7'],
    ['/micro/blog/explore?before=7', '/explore?before=7'],
    ['/micro/blog/micro/blog', '/micro/blog'],
  ])('answers %s, which a proxy passed on, as %s', (url, seen) => {
    expect(passed(url)).toEqual({ url: seen, originalUrl: url });
  });

  it.each(['/', '/explore?before=7', '/micro', '/micro/blogger', '/MICRO/BLOG/explore'])(
    'answers %s, from which a proxy took the prefix, as it is',
    (url) => {
      expect(passed(url)).toEqual({ url, originalUrl: `/micro/blog${url}` });
    },
  );
});
