import { gzipSync } from 'node:zlib';
import { Logger } from '@nestjs/common';
import type { BrowserSession } from '../../support/browser-session';
import { textOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

const FORM = 'application/x-www-form-urlencoded';
const FORMS = ['/', '/edit_profile', '/auth/login', '/auth/register', '/settings/language', '/settings/appearance'];

/** Whoever is at the form: somebody signed in for most, a stranger for those of strangers; with all hidden fields of the page. */
async function at(path: string): Promise<{ browser: BrowserSession; hidden: string }> {
  const { susan } = await site.people('susan');
  const browser = path.startsWith('/auth/') ? site.browser() : await site.signedIn(susan);
  const { $ } = await browser.get(path);
  const hidden = new URLSearchParams();
  for (const { name, value } of $('main form').first().find('[type=hidden]').serializeArray()) hidden.append(name, value);
  return { browser, hidden: hidden.toString() };
}

/** Everything that is stored, but for the sessions and the last visit. */
async function everything(): Promise<string> {
  const tables = ['user', 'user_settings', 'post', 'follow', 'api_token', 'submission', 'remembered_browser'];
  const rows = await Promise.all(tables.map((table) => site.rows<Record<string, unknown>>(`SELECT * FROM \`${table}\``)));
  return JSON.stringify(rows.flat().map(({ last_seen_at: _, ...row }) => row));
}

describe.each(FORMS)('the form at %s', (path) => {
  const NAMES: Record<string, string[]> = {
    '/': ['post'],
    '/edit_profile': ['username', 'about_me'],
    '/auth/login': ['username', 'password'],
    '/auth/register': ['username', 'email', 'password', 'password2'],
    '/settings/language': ['locale'],
    '/settings/appearance': ['theme'],
  };
  const each = (value: string): string => (NAMES[path] ?? []).map((name) => `${name}=${value}`).join('&');

  it.each([
    ['nothing at all', () => '', 422],
    ['NUL', () => each('%00'), 422],
    ['a lone NUL among letters', () => each('susan%00'), 422],
    ['bytes that are not UTF-8', () => each('%ff%fe'), 400],
    ['a lone surrogate', () => each('%ED%A0%80'), 400],
    ['an overlong slash', () => each('%C0%AF'), 400],
    ['half an escape', () => each('%e'), 400],
    ['lists', () => `${each('a')}&${each('b')}`, 422],
    ['brackets', () => (NAMES[path] ?? []).map((name) => `${name}[]=a&${name}[$ne]=&${name}[constructor]=x`).join('&'), 422],
    ['prototype keys', () => '__proto__=x&constructor=x&prototype=x&__proto__[post]=x&toString=x&hasOwnProperty=x', 422],
    ['50,000 letters', () => each('x'.repeat(15_000)), 422],
    ['a megabyte', () => each('x'.repeat(1_000_000)), 413],
    ['a thousand fields', () => Array.from({ length: 1000 }, (_, index) => `field${index}=x`).join('&'), 413],
    ['1,000 separators', () => '&'.repeat(1000), 413],
  ])('answers to %s, and stores nothing', async (_, body, status) => {
    const { browser, hidden } = await at(path);
    const before = await everything();

    const answer = await browser.post(path, `${hidden}&${body()}`);

    expect(answer.status).toBe(status);
    expect(await everything()).toBe(before);
    expect(textOf(answer)).not.toBe('');
  });

  it.each([
    ['null', 'null'],
    ['a number', '1'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['half of an object', '{"post":'],
    ['100,000 brackets', '['.repeat(30_000)],
    ['deep nesting', `{"post":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`],
    ['wrong types', '{"post":{"a":1},"username":["x"],"about_me":7,"email":null,"password":true,"locale":{},"theme":[]}'],
    ['operators', '{"username":{"$ne":""},"password":{"$gt":""},"post":{"$where":"1"},"locale":{"$in":[]},"theme":{"length":5}}'],
    ['a lone surrogate', '{"post":"\\ud800","username":"\\ud800","about_me":"\\ud800","locale":"\\ud800","theme":"\\udc00"}'],
    ['prototype keys', '{"__proto__":{"post":"x","username":"x"},"constructor":{"prototype":{"post":"x"}}}'],
  ])('answers with a clear no to JSON: %s', async (_, body) => {
    const { browser } = await at(path);
    const token = (await browser.get(path)).$('[name=csrf_token]').attr('value') ?? '';
    const before = await everything();

    const answer = await browser.post(path, body, { 'content-type': 'application/json', 'x-csrf-token': token });

    expect([400, 422]).toContain(answer.status);
    expect(await everything()).toBe(before);
  });

  it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/xml', 'nonsense'])(
    'says that it cannot read %s',
    async (type) => {
      const { browser, hidden } = await at(path);
      const before = await everything();

      const answer = await browser.post(path, `${hidden}&${each('hello')}`, { 'content-type': type });

      expect(answer.status).toBe(415);
      expect(textOf(answer)).toContain('Unsupported Media Type');
      expect(await everything()).toBe(before);
    },
  );
});

describe('a body', () => {
  const post = (body: string | Buffer, headers: Record<string, string>) =>
    site.raw('/auth/login', { method: 'POST', body, headers: { accept: 'text/html', 'content-type': FORM, ...headers } });

  it('that grows when it is unpacked is refused before it does', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 'x'));

    expect((await post(bomb, { 'content-encoding': 'gzip' })).status).toBe(413);
  });

  it.each([
    ['that is not packed as it says', 'a=b', { 'content-encoding': 'gzip' }, 400],
    ['in a strange packing', 'a=b', { 'content-encoding': 'compress' }, 415],
    ['in a strange character set', 'a=b', { 'content-type': `${FORM}; charset=utf-16` }, 415],
    ['in Latin letters of the old kind', 'username=\xe9', { 'content-type': `${FORM}; charset=iso-8859-1` }, 400],
    ['shorter than it says in JSON', '{"a":', { 'content-type': 'application/json' }, 400],
  ])('%s is refused', async (_, body, headers, status) => {
    expect((await post(Buffer.from(body, 'latin1'), headers as Record<string, string>)).status).toBe(status);
  });
});

describe('an address', () => {
  it.each([
    ['/%00', 404],
    ['/%ff', 400],
    ['/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd', 400],
    ['/../../etc/passwd', 404],
    ['/assets/../../package.json', 404],
    ['/assets/..%2f..%2fpackage.json', 404],
    ['/assets/%2e%2e/package.json', 404],
    ['/assets/vendor/../../package.json', 404],
    ['/assets/.env', 404],
    ['/assets/', 404],
    ['/.env', 404],
    ['/.git/config', 404],
    ['//evil.example/%2e%2e', 404],
    ['/\\evil.example', 404],
    [`/${'x'.repeat(8000)}`, 404],
    ['/explore%20', 404],
    ['/explore;jsessionid=1', 404],
    ['/user/susan/popup/more', 404],
    ['/post', 404],
    ['/user', 404],
    ['/auth', 404],
    ['/index.php', 404],
  ])('like %s is answered by a clear no', async (path, status) => {
    const answer = await site.raw(path, { headers: { accept: 'text/html' } });

    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('"dependencies"');
    expect(answer.headers['content-security-policy']).toBeDefined();
  });

  it.each([
    '/EXPLORE',
    '/explore/',
    '//explore',
    '/./explore',
    '/explore?',
    '/%65xplore',
    '/User/susan',
    '/Edit_Profile',
    '/POST/1',
  ])('spelled %s passes no guard', async (path) => {
    await site.people('susan');
    const answer = await site.raw(path, { headers: { accept: 'text/html' } });

    expect([302, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('<form class="composer"');
  });

  it('with headers that make no sense is answered all the same', async () => {
    const headers = {
      accept: 'x'.repeat(2000),
      'accept-language': '\u00ff\u00fe',
      cookie: `session=${'x'.repeat(4000)}; csrf; =; ;;; a=%; __proto__=x; constructor=y; flash=s:nonsense; theme=j:[1`,
      referer: 'not an address',
      'user-agent': 'x'.repeat(2000),
      'x-forwarded-for': 'evil',
      'x-forwarded-host': 'evil.example',
    };

    expect((await site.raw('/auth/login', { headers })).status).toBe(200);
    expect((await site.raw('/nowhere', { headers })).status).toBe(404);
  });

  it('takes a browser whatever it calls itself', async () => {
    const { susan } = await site.people('susan');
    const browser = site.browser();
    const form = await browser.fill('/auth/login', '/auth/login', { username: 'susan', password: susan.password });

    const answer = await browser.post(form.path, form.values, { 'User-Agent': 'x'.repeat(3000) });

    expect(answer.status).toBe(303);
  });
});

it.each([
  ['a body that is no JSON', '/api/users', { method: 'POST', body: '{"password": hunter2}' }],
  ['an address that leads nowhere', '/nowhere?token=hunter2', {}],
])('is not repeated in the log: %s', async (_, path, request) => {
  const debugged = jest.spyOn(Logger.prototype, 'debug');
  try {
    await site.raw(path, { headers: { 'content-type': 'application/json' }, ...request });

    expect(debugged).toHaveBeenCalledWith(expect.objectContaining({ event: 'request.refused' }));
    expect(JSON.stringify(debugged.mock.calls)).not.toContain('hunter');
  } finally {
    debugged.mockRestore();
  }
});
