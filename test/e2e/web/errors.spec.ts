import { DataSource, QueryFailedError } from 'typeorm';
import { Sql } from '../../../src/database/sql';
import type { Person } from '../../factories/factories';
import type { BrowserSession } from '../../support/browser-session';
import { flashOf, textOf, textsOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

const HTML = { accept: 'text/html' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('an error', () => {
  const wrong = [
    [404, 'Not Found', '/nowhere', {}],
    [405, 'Method Not Allowed', '/healthz', { method: 'POST' }],
    [405, 'Method Not Allowed', '/auth/login', { method: 'PUT' }],
    [405, 'Method Not Allowed', '/user/susan', { method: 'DELETE' }],
    [400, 'Bad Request', '/explore?x=%ff', {}],
    [400, 'Bad Request', '/%ff', {}],
    [413, 'Content Too Large', '/auth/login', { method: 'POST', headers: FORM, body: `username=${'x'.repeat(1_000_000)}` }],
    [413, 'Content Too Large', '/auth/login', { method: 'POST', headers: FORM, body: 'a=&'.repeat(101) }],
    [
      415,
      'Unsupported Media Type',
      '/auth/login',
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-16' }, body: 'a=b' },
    ],
    [
      415,
      'Unsupported Media Type',
      '/auth/login',
      { method: 'POST', headers: { ...FORM, 'content-encoding': 'zip' }, body: 'a=b' },
    ],
    [400, 'Bad Request', '/auth/login', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":' }],
    [400, 'Bad Request', '/auth/login', { method: 'POST', headers: { 'content-type': 'application/json' }, body: 'null' }],
    [403, 'Forbidden', '/auth/logout', { method: 'POST' }],
    [412, 'Precondition Failed', '/assets/img/icons.svg', { headers: { 'if-match': '"another"' } }],
    [416, 'Range Not Satisfiable', '/assets/img/icons.svg', { headers: { range: 'bytes=999999999-' } }],
  ] as const;

  it.each(wrong)('%i is a page, with the way back, for a browser: %s, %s', async (status, title, path, request) => {
    const answer = await site.raw(path, { ...request, headers: { ...HTML, ...('headers' in request ? request.headers : {}) } });

    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-language']).toBe('en');
    expect(answer.body).toContain(`<title>${title} - Microblog</title>`);
    expect(answer.body).toMatch(/<a class="btn btn-primary" href="\/">Back<\/a>/);
    expect(answer.body).not.toMatch(/node_modules|at \w+ \(/);
  });

  it.each(wrong)('%i is a problem in JSON for a program: %s, %s', async (status, title, path, request) => {
    for (const accept of [
      'application/json',
      '*/*',
      'application/problem+json',
      'application/json, text/html;q=0.5',
      undefined,
    ]) {
      const headers = { ...(accept ? { accept } : {}), ...('headers' in request ? request.headers : {}) };
      const answer = await site.raw(path, { ...request, headers });

      expect([accept, answer.status, answer.headers['content-type']]).toEqual([
        accept,
        status,
        'application/problem+json; charset=utf-8',
      ]);
      const body: unknown = JSON.parse(answer.body);
      expect(body).toMatchObject({ type: 'about:blank', title, status, error: title, instance: path });
    }
  });

  it('is told in the reader’s language', async () => {
    const page = await site.browser('es').get('/nowhere');

    expect(page.$('html').attr('lang')).toBe('es');
    expect(page.$('h1').text()).toBe('No encontrado');
    const json = await site.raw('/nowhere', { headers: { 'accept-language': 'es' } });
    expect(JSON.parse(json.body)).toMatchObject({ error: 'No encontrado' });
    expect(json.headers['content-language']).toBe('es');
  });

  it('of a method names those that there are', async () => {
    const allowed = async (path: string): Promise<unknown> => (await site.raw(path, { method: 'PATCH' })).headers.allow;

    expect(await allowed('/')).toBe('GET, HEAD, POST');
    expect(await allowed('/explore')).toBe('GET, HEAD');
    expect(await allowed('/follow/susan')).toBe('POST');
    expect(await allowed('/auth/login')).toBe('GET, HEAD, POST');
    expect(await allowed('/edit_profile')).toBe('GET, HEAD, POST');
    expect(await allowed('/assets/css/microblog.css')).toBe('GET, HEAD');
    expect(await allowed('/nowhere')).toBeUndefined();
  });

  it('leads back to the page of ours on which the link was', async () => {
    const back = async (referer: string): Promise<string | undefined> =>
      (await site.browser().get('/nowhere', { referer })).$('main a').attr('href');

    expect(await back(`${site.app.config.http.baseUrl}/auth/register?x=1`)).toBe('/auth/register?x=1');
    expect(await back('https://evil.example/auth/register')).toBe('/');
    expect(await back('javascript:alert(1)')).toBe('/');
  });
});

describe('a form that is refused', () => {
  const refused = async (accept: string | undefined, fields: Record<string, string> = {}) => {
    const browser = site.browser();
    const { values } = await browser.fill('/auth/register', '/auth/register', fields);
    return browser.post('/auth/register', values, accept === undefined ? {} : { accept });
  };

  it.each(['application/json', 'application/problem+json', 'application/json, text/html;q=0.5'])(
    'is a problem in JSON for a program that takes %s, with what is wrong with each field',
    async (accept) => {
      const answer = await refused(accept, {
        username: 'a b',
        email: 'x@example.com',
        password: 'long enough 7',
        password2: 'z',
      });

      expect([answer.status, answer.headers['content-type']]).toEqual([422, 'application/problem+json; charset=utf-8']);
      expect(JSON.parse(answer.body)).toMatchObject({
        title: 'Unprocessable Content',
        status: 422,
        instance: '/auth/register',
        errors: { username: [expect.any(String)], password2: ['Field must be equal to password.'] },
      });
      expect(answer.body).not.toContain('long enough 7');
    },
  );

  it.each(['text/html', '*/*', undefined])('is its page again for whoever takes %s', async (accept) => {
    const answer = await refused(accept);

    expect([answer.status, answer.headers['content-type']]).toEqual([422, 'text/html; charset=utf-8']);
  });

  it('says so in JSON as well when it was none of ours, and when it came too often', async () => {
    const browser = site.browser();
    const { values } = await browser.fill('/auth/login', '/auth/login', { username: 'nobody', password: 'wrong' });
    const send = (fields: URLSearchParams) => browser.post('/auth/login', fields, { accept: 'application/json' });

    const forged = new URLSearchParams(values);
    forged.set('csrf_token', 'x');
    expect((await send(forged)).status).toBe(403);
    for (let i = 0; i < 25; i++) expect((await send(values)).status).toBe(422);
    const answer = await send(values);

    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.parse(answer.body)).toMatchObject({ status: 429 });
  });
});

describe('an error in front of somebody who is signed in', () => {
  let susan: Person;
  let browser: BrowserSession;

  beforeEach(async () => {
    ({ susan } = await site.people('susan'));
    browser = await site.signedIn(susan);
  });

  it('knows them', async () => {
    const page = await browser.get('/nowhere');

    expect(page.status).toBe(404);
    expect(page.$('.site-nav a[href="/user/susan"]')).toHaveLength(1);
    expect(page.$('a[href="/auth/login"]')).toHaveLength(0);
  });

  it.each(['/nowhere', '/follow/john', '/post/99', '/user/nobody', '/explore?x=%ff'])(
    'leaves the forms that are open in other tabs alone: %s',
    async (path) => {
      const open = await browser.fill('/', '/', { post: 'begun before' });

      await browser.get(path);

      expect((await browser.send(open)).status).toBe(303);
    },
  );

  it('has forms that work', async () => {
    const answer = await browser.submit('/nowhere', '/settings/language', { locale: 'es' });

    expect(answer.status).toBe(303);
    expect((await browser.get('/nowhere')).$('h1').text()).toBe('No encontrado');
  });

  it('leads on to a page that there is when one changes the language after a form that was refused', async () => {
    const refused = await browser.post('/follow/john', {});
    const form = refused.$('footer form[action="/settings/language"]');

    expect(refused.status).toBe(403);
    expect(form.find('[name=next]').attr('value')).toBe('/');
  });

  it('comes in the language that they chose, whatever the browser says', async () => {
    await browser.submit('/', '/settings/language', { locale: 'es' });
    const other = await site.signedIn(susan);

    expect((await other.get('/nowhere')).$('html').attr('lang')).toBe('es');
  });

  it('does not swallow the message for the next page, but shows it', async () => {
    await browser.submit('/', '/', { post: 'hello' });

    expect(flashOf(await browser.get('/nowhere'))).toBe('Your post is now live!');
  });
});

describe('an accident', () => {
  const broken = async <T>(work: () => Promise<T>): Promise<T> => {
    const fault = new Error('a secret of the database, at /srv/microblog/secret.ts');
    const query = jest.spyOn(site.app.get(DataSource), 'createQueryRunner').mockImplementation(() => {
      throw fault;
    });
    try {
      return await work();
    } finally {
      query.mockRestore();
    }
  };

  it('is told without its reasons, with a number to ask after', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const form = await browser.fill('/', '/', { post: 'lost?' });

    const answer = await broken(() => browser.send(form));

    expect(answer.status).toBe(500);
    expect(answer.$('h1').text()).toBe('An unexpected error has occurred');
    expect(textsOf(answer, '.error-request code')).toEqual([answer.headers['x-request-id']]);
    expect(answer.body).not.toContain('secret');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await site.count('post')).toBe(0);
  });

  it('leaves nothing half done', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    await site.rows('CREATE TABLE kept AS SELECT * FROM submission');
    await site.rows('DROP TABLE submission');
    try {
      expect((await browser.submit('/', '/', { post: 'half' })).status).toBe(500);
    } finally {
      await site.rows('ALTER TABLE kept RENAME TO submission');
    }
    expect(await site.count('post')).toBe(0);
    expect(textOf(await browser.get('/user/susan'))).toContain('0 posts');
  });
});

describe('a database that is away', () => {
  const away = Object.assign(new Error('connect ECONNREFUSED mysql.internal'), { code: 'ECONNREFUSED' });

  it.each(['/explore', '/edit_profile'])('is told as such, with when to come again: %s', async (path) => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    jest.spyOn(site.app.get(Sql), 'all').mockRejectedValueOnce(new QueryFailedError('SELECT 1', [], away));

    const answer = await browser.get(path);

    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.$('h1').text()).toBe('Service Unavailable');
    expect(answer.body).not.toContain('mysql');
    expect(answer.$('form')).toHaveLength(0);
    expect((await browser.get(path)).status).toBe(200);
  });

  it('is told to programs in JSON', async () => {
    const { susan } = await site.people('susan');
    const cookie = `session=${(await site.signedIn(susan)).cookie('session')}`;
    jest.spyOn(site.app.get(Sql), 'all').mockRejectedValueOnce(new QueryFailedError('SELECT 1', [], away));

    const answer = await site.raw('/explore', { headers: { accept: 'application/json', cookie } });

    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(JSON.parse(answer.body)).toMatchObject({ status: 503, error: 'Service Unavailable' });
    expect(answer.body).not.toContain('mysql');
  });
});

describe('a guard that cannot tell who is asking', () => {
  it('ends in a page without forms, which leaves those in other tabs alone', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const open = await browser.fill('/', '/', { post: 'begun before' });
    jest.spyOn(site.app.get(Sql), 'all').mockRejectedValueOnce(new Error('away'));

    const answer = await browser.send(open);

    expect(answer.status).toBe(500);
    expect(answer.$('form')).toHaveLength(0);
    expect((await browser.send(open)).status).toBe(303);
  });
});

describe('in development', () => {
  const workshop = useSite({ NODE_ENV: 'development' });

  it('an accident shows its stack, as text', async () => {
    const { susan } = await workshop.people('susan');
    const browser = await workshop.signedIn(susan);
    const form = await browser.fill('/', '/', { post: 'hello' });
    jest.spyOn(workshop.app.get(DataSource), 'createQueryRunner').mockImplementationOnce(() => {
      throw new Error('broken <b>on purpose</b>');
    });

    const answer = await browser.send(form);

    expect(answer.status).toBe(500);
    expect(answer.$('pre').text()).toMatch(/^Error: broken <b>on purpose<\/b>\n\s+at /);
  });

  it('what was foreseen has its words, and no stack', async () => {
    const { susan } = await workshop.people('susan');
    const browser = await workshop.signedIn(susan);
    const [id] = await workshop.posted([susan, 'Llueve desde hace una semana y nadie sabe cuando va a parar.']);

    const { values } = await browser.fill('/', '/', {});
    const fields = { csrf_token: values.get('csrf_token') ?? '', post_id: String(id), dest_language: 'en' };
    const answer = await browser.post('/translate', fields, { accept: 'text/html' });

    expect(answer.status).toBe(503);
    expect(textOf(answer)).toContain('Error: the translation service is not configured.');
    expect(answer.$('pre')).toHaveLength(0);
  });
});
