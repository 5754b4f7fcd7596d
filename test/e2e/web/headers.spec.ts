import type { BrowserSession } from '../../support/browser-session';
import type { RawAnswer } from '../../support/raw-request';
import { type Site, useSite } from '../../support/site';

const site = useSite();

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
};

const directivesOf = (answer: Pick<RawAnswer, 'headers'>): Record<string, string> =>
  Object.fromEntries(
    String(answer.headers['content-security-policy'])
      .split(';')
      .map((directive) => directive.trim().split(/ (.*)/s) as [string, string]),
  );

const HTML = { accept: 'text/html' };
const ANSWERS: readonly [string, number, Parameters<Site['raw']>[1]][] = [
  ['/auth/login', 200, {}],
  ['/auth/login', 200, { method: 'HEAD' }],
  ['/', 302, {}],
  ['/nowhere', 404, {}],
  ['/nowhere', 404, { headers: HTML }],
  ['/auth/logout', 405, { method: 'PUT', headers: HTML }],
  ['/auth/logout', 403, { method: 'POST', headers: HTML }],
  ['/%ff', 400, { headers: HTML }],
  ['/auth/login', 400, { method: 'POST', headers: { ...HTML, 'content-type': 'application/json' }, body: '{' }],
  [
    '/auth/login',
    413,
    { method: 'POST', headers: { ...HTML, 'content-type': 'application/x-www-form-urlencoded' }, body: 'x'.repeat(1_000_000) },
  ],
  ['/auth/login', 415, { method: 'POST', headers: { ...HTML, 'content-type': 'text/plain' }, body: 'x' }],
  ['/healthz', 200, {}],
  ['/readyz', 200, {}],
  ['/avatar/1.svg', 200, {}],
  ['/api/users', 401, {}],
  ['/api/nowhere', 404, {}],
  ['/assets/css/microblog.css', 200, {}],
  ['/assets/nothing.css', 404, {}],
];

describe('every answer', () => {
  it.each(ANSWERS)('has the whole set of security headers: %s, %i', async (path, status, request) => {
    const answer = await site.raw(path, request);

    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(ALWAYS);
    expect(answer.headers['x-powered-by']).toBeUndefined();
    expect(answer.headers.server).toBeUndefined();
    const directives = directivesOf(answer);
    expect(directives).toMatchObject({
      'default-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(JSON.stringify(directives)).not.toMatch(/unsafe|\*|https?:\/\//);
  });

  it('has a number of its own', async () => {
    const [one, two] = [await site.raw('/healthz'), await site.raw('/healthz')];

    expect(one.headers['x-request-id']).not.toBe(two.headers['x-request-id']);
  });

  it('opens nothing to other origins', async () => {
    for (const path of ['/auth/login', '/api/users', '/healthz']) {
      const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
      const answers = [await site.raw(path, { headers }), await site.raw(path, { method: 'OPTIONS', headers })];
      for (const answer of answers)
        expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('caches', () => {
  it('keep no page, for it is one person’s', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    for (const path of ['/', '/explore', '/user/susan', '/user/susan/popup', '/edit_profile']) {
      const { headers } = await browser.get(path);
      expect(headers['cache-control']).toMatch(/^private, no-cache$|no-store/);
      expect(headers.vary).toContain('Cookie');
    }
  });

  it('keep style sheets, scripts and pictures for ever: their address changes with them', async () => {
    const { $ } = await site.browser().get('/auth/login');
    const addresses = $('link[rel=stylesheet], script[src], link[rel=icon], link[rel=apple-touch-icon]')
      .get()
      .map((element) => $(element).attr('href') ?? $(element).attr('src') ?? '');

    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses) {
      expect(address).toMatch(/^\/assets\/[\w./-]+\?v=[\w-]{10}$/);
      const { status, headers } = await site.raw(address);
      expect([address, status, headers['cache-control']]).toEqual([address, 200, 'public, max-age=31536000, immutable']);
    }
  });

  it('keep what is asked for without its version for an hour', async () => {
    const { headers } = await site.raw('/assets/css/microblog.css');

    expect(headers['cache-control']).toBe('public, max-age=3600');
  });
});

describe('a page', () => {
  let browser: BrowserSession;

  beforeEach(async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.follow(susan, john);
    await site.posted([john, 'hello'], [susan, 'hello']);
    browser = await site.signedIn(susan);
  });

  it('has no style and no script in it, and loads nothing from elsewhere', async () => {
    const [post] = await site.rows<{ id: number }>('SELECT id FROM post');
    const signedIn = ['/', '/explore', '/user/john', '/user/john/popup', '/user/john/followers', '/user/susan/following'];
    const more = ['/edit_profile', '/settings/language', '/settings/appearance', '/auth/logout', '/nowhere', `/post/${post?.id}`];
    const pages = [
      ...(await Promise.all([...signedIn, ...more].map((path) => browser.get(path)))),
      ...(await Promise.all(['/auth/login', '/auth/register', '/nowhere'].map((path) => site.browser().get(path)))),
      await browser.post('/', { post: '' }),
    ];

    for (const { $, body } of pages) {
      expect($('style, [style]')).toHaveLength(0);
      for (const element of $('*').get()) {
        expect(Object.keys($(element).attr() ?? {}).filter((name) => name.startsWith('on'))).toEqual([]);
      }
      for (const script of $('script').get())
        expect([$(script).text(), $(script).attr('src')]).toEqual(['', expect.stringMatching(/^\/assets\//)]);
      for (const element of $('link[href]:not([rel=canonical], [rel=alternate], [rel=expect]), img, use').get()) {
        expect($(element).attr('href') ?? $(element).attr('src')).toMatch(/^\/(assets|avatar)\//);
      }
      expect(body).not.toMatch(/javascript:/i);
    }
  });
});

describe('behind https', () => {
  const secure = useSite({ BASE_URL: 'https://blog.example' });

  it('says so for a year, and gives no cookie to plain http', async () => {
    const answer = await secure.raw('/auth/login', { headers: HTML });

    expect(answer.headers['strict-transport-security']).toMatch(/^max-age=31536000/);
    expect(answer.headers['content-security-policy']).toContain('upgrade-insecure-requests');
    for (const cookie of answer.headers['set-cookie'] ?? []) expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
    expect(answer.body).toContain('<link rel="canonical" href="https://blog.example/auth/login">');
  });

  it('is not said behind plain http', async () => {
    const { headers } = await site.raw('/auth/login');

    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });
});
