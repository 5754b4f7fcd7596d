import { localPath } from './local-path';

describe('a path to go on to', () => {
  it.each([
    ['/', '/'],
    ['/explore', '/explore'],
    ['explore', '/explore'],
    ['?before=7', '/?before=7'],
    ['/user/susan?before=7&x=a%20b#post-7', '/user/susan?before=7&x=a%20b#post-7'],
    ['/a/../explore', '/explore'],
    ['/search?q=http://evil.example/', '/search?q=http://evil.example/'],
    ['/search?q=%2F%2Fevil.example', '/search?q=%2F%2Fevil.example'],
    ['/a//b', '/a//b'],
    ['/%C3%B1and%C3%BA', '/%C3%B1and%C3%BA'],
    ['/user/a:b', '/user/a:b'],
    ['/@evil.example', '/@evil.example'],
  ])('may be %s', (next, path) => {
    expect(localPath(next)).toBe(path);
  });

  it.each([
    // The address of another site, in full.
    'http://evil.example/',
    'https://evil.example',
    'HTTPS://evil.example',
    'https://blog.example@evil.example/',
    // In part: browsers guess the rest.
    '//evil.example',
    '///evil.example',
    '////evil.example',
    '/////evil.example/%2e%2e',
    '//evil.example:80/explore',
    '//user:password@evil.example',
    '//[::1]/',
    'https:evil.example',
    'https:/evil.example',
    'https:///evil.example',
    'http:explore',
    'http:',
    // Backslashes, which browsers take for slashes.
    '/\\evil.example',
    '\\/evil.example',
    '\\\\evil.example',
    '/\\/evil.example',
    '//\\evil.example',
    '\\evil.example',
    'https:\\\\evil.example',
    '/explore\\',
    // Slashes and backslashes that somebody may decode once more.
    '/%5Cevil.example',
    '/%5cevil.example',
    '/%2Fevil.example',
    '/%2fevil.example',
    '%2F%2Fevil.example',
    '/%09/evil.example',
    '/%0d%0a/evil.example',
    '/%20/evil.example',
    // What is a slash too many only when the path was made short.
    '/.//evil.example',
    '/x/..//evil.example',
    './/evil.example',
    '..//evil.example',
    '/%2e//evil.example',
    '/%2E%2E//evil.example',
    '/./\\evil.example',
    '/.%5Cevil.example/..//evil.example',
    // Characters that browsers drop before they read on.
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '\u0000//evil.example',
    '\u0001https://evil.example',
    'java\tscript:alert(1)',
    '/\u007F/evil.example',
    '/explore\r\nSet-Cookie: session=x',
    '/explore ',
    // Addresses that are none of the web.
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'javascript://evil.example/%0Aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'mailto:susan@example.com',
    'file:///etc/passwd',
    'blob:https://evil.example/1',
    'x-y+z.1:evil',
    // Nothing.
    '',
  ])('is never %j', (next) => {
    expect(localPath(next)).toBeUndefined();
  });

  it('is no longer than any address of ours', () => {
    expect(localPath(`/${'x'.repeat(1_999)}`)).toBeDefined();
    expect(localPath(`/${'x'.repeat(2_000)}`)).toBeUndefined();
  });

  it.each([undefined, null, 7, ['/explore'], { toString: () => '/explore' }])('is text: %j is none', (next) => {
    expect(localPath(next)).toBeUndefined();
  });

  it.each([
    ['/micro', '/micro'],
    ['/micro/', '/micro/'],
    ['/micro/explore', '/micro/explore'],
    ['/micro?before=7', '/micro?before=7'],
    ['explore', '/micro/explore'],
    ['/explore', undefined],
    ['/', undefined],
    ['/microscope', undefined],
    ['/micro/../explore', undefined],
    ['/micro/%2e%2e/explore', undefined],
    ['/micro%2f..%2fexplore', undefined],
    ['//micro/', undefined],
  ])('below /micro: %s is %s', (next, path) => {
    expect(localPath(next, '/micro')).toBe(path);
  });

  it('is where a browser stays, whatever comes', () => {
    for (const first of ['/', '\\', '%2f', '%5c', '%09', '.', '..', '\t', ':', '@', '?', '#', '']) {
      for (const second of ['/', '\\', '%2F', '.', '%2e', '\n', '']) {
        for (const third of ['/', '\\', '%5C', '']) {
          const path = localPath(`/${first}${second}${third}evil.example`);
          if (path === undefined) continue;
          expect(new URL(path, 'https://blog.example').origin).toBe('https://blog.example');
          expect(new URL(decodeURIComponent(path), 'https://blog.example').origin).toBe('https://blog.example');
        }
      }
    }
  });
});

describe('a path to go on to, on a site below a prefix,', () => {
  it.each([
    ['/micro/blog', '/micro/blog'],
    ['/micro/blog/', '/micro/blog/'],
    ['/micro/blog?before=7', '/micro/blog?before=7'],
    ['/micro/blog/explore', '/micro/blog/explore'],
    ['explore', '/micro/blog/explore'],
    ['/micro/blog/a/../explore', '/micro/blog/explore'],
  ])('may be %s', (next, path) => {
    expect(localPath(next, '/micro/blog')).toBe(path);
  });

  it.each([
    '/',
    '/explore',
    '/micro',
    '/micro/blogger',
    '/micro/blog/../other',
    '../other',
    '/MICRO/BLOG',
    '/micro/blog/%2e%2e/x',
  ])('is not %s, which belongs to others', (next) => {
    expect(localPath(next, '/micro/blog')).toBeUndefined();
  });

  it.each(['//evil.example/micro/blog', '/\\evil.example/micro/blog', 'https://evil.example/micro/blog/'])(
    'is never %s',
    (next) => {
      expect(localPath(next, '/micro/blog')).toBeUndefined();
    },
  );
});
