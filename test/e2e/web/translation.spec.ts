import { RestrictionsService } from '../../../src/restrictions/restrictions.service';
import { LIMITS } from '../../../src/throttling/limits';
import { Throttles } from '../../../src/throttling/throttles.service';
import type { BrowserSession } from '../../support/browser-session';
import { KEY, TranslationServer } from '../../support/translation-server';
import { useApi } from '../api/api-client';
import { postsOf, textOf } from './page';
import { useSite } from '../../support/site';

/** A text of its own for each test: what was translated once is not asked for again. */
let number = 0;
let spanish = '';
beforeEach(() => {
  spanish = `Buenos días a todo el mundo, {{x}} $t(a) <b>qué tal estáis</b> ${++number}`;
});

let server: TranslationServer;
beforeAll(async () => {
  server = await TranslationServer.start('libretranslate');
  Object.assign(variables, { TRANSLATOR_URL: server.url });
});
afterAll(() => server.stop());
beforeEach(() => {
  server.habit = 'answers';
  server.asked.length = 0;
});

const variables: Record<string, string> = { TRANSLATOR: 'libretranslate', TRANSLATOR_KEY: KEY, TRANSLATOR_ALLOW_PRIVATE: 'true' };
const site = useSite(variables);
const api = useApi(site);

async function aSpanishPost() {
  const { susan, john } = await site.people('susan', 'john');
  const [id = 0] = await site.posted([susan, spanish]);
  return { susan, john, id, browser: await site.signedIn(john) };
}

/** As a script asks. */
async function ask(browser: BrowserSession, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const { values } = await browser.fill('/edit_profile', 'form[action="/edit_profile"]');
  const body = new URLSearchParams({ ...Object.fromEntries(values), ...fields });
  return browser.post('/translate', body, { accept: 'application/json', ...headers });
}

describe('a post in another language', () => {
  it('offers to be translated to who reads another one', async () => {
    const { susan, id, browser } = await aSpanishPost();
    await site.posted([susan, 'Good morning to everybody out there'], [susan, 'ok']);

    const page = await browser.get('/explore');

    expect(
      page
        .$('.post-translate')
        .get()
        .map((button) => page.$(button).attr('value')),
    ).toEqual([String(id)]);
    browser.acceptLanguage = 'es';
    expect((await browser.get('/explore')).$('.post-translate')).toHaveLength(1);
  });

  it('is shown on a page to who has no scripts', async () => {
    const { id, browser } = await aSpanishPost();

    const page = await ask(browser, { post_id: String(id) }, { accept: 'text/html' });

    expect(page.status).toBe(200);
    expect(page.$('.translation').text()).toBe(`es→en: ${spanish}`);
    expect(page.$('.translation').attr('lang')).toBe('en');
    expect(postsOf(page)).toContain(spanish);
  });

  it('is told to a script, as text', async () => {
    const { id, browser } = await aSpanishPost();

    const { status, body, headers } = await ask(browser, { post_id: String(id), dest_language: 'en' });

    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(JSON.parse(body)).toEqual({ text: `es→en: ${spanish}`, source_language: 'es', dest_language: 'en' });
  });

  it('is asked for once, also when many ask at the same time, and again after a failure', async () => {
    const { id, browser } = await aSpanishPost();
    server.habit = 'breaks';
    expect((await ask(browser, { post_id: String(id) })).status).toBe(503);
    server.habit = 'answers';

    const answers = await Promise.all([1, 2, 3].map(() => ask(browser, { post_id: String(id) })));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(server.asked).toEqual([{ text: spanish, from: 'es', to: 'en' }]);
  });

  it('is asked for by a script in JSON as well', async () => {
    const { id, browser } = await aSpanishPost();
    const { values } = await browser.fill('/edit_profile', 'form[action="/edit_profile"]');

    const { status, body } = await browser.post('/translate', JSON.stringify({ post_id: id, dest_language: 'en' }), {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-csrf-token': values.get('csrf_token') ?? '',
    });

    expect([status, JSON.parse(body)]).toEqual([200, expect.objectContaining({ text: `es→en: ${spanish}` })]);
  });

  it('is asked for 200 times in an hour at most; what is known already, as often as one likes', async () => {
    const { john, id, browser } = await aSpanishPost();
    await ask(browser, { post_id: String(id) });
    const throttles = site.app.get(Throttles);
    for (let taken = 1; taken < LIMITS.translations.times; taken++) await throttles.take('translations', String(john.id));
    const [other = 0] = await site.posted([john, 'Muchas gracias por todo, amigos y amigas míos']);

    expect((await ask(browser, { post_id: String(id) })).status).toBe(200);
    const refused = await ask(browser, { post_id: String(other) });

    expect([refused.status, refused.headers['retry-after']]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect(server.asked).toHaveLength(1);
  });

  it('says in its words that the service failed', async () => {
    const { id, browser } = await aSpanishPost();
    server.habit = 'cuts';

    const told = await ask(browser, { post_id: String(id) });
    expect([told.status, (JSON.parse(told.body) as { message: string }).message]).toEqual([
      503,
      'Error: the translation service failed.',
    ]);
    const page = await ask(browser, { post_id: String(id) }, { accept: 'text/html' });
    expect([page.status, textOf(page)]).toEqual([503, expect.stringContaining('Error: the translation service failed.')]);
  });

  it.each([
    [{}, 400],
    [{ post_id: '' }, 400],
    [{ post_id: '1', dest_language: 'tlh' }, 400],
    [{ post_id: '1', dest_language: '' }, 400],
    [{ post_id: String(2 ** 60) }, 400],
    [{ post_id: '123456' }, 404],
  ])('refuses %j', async (fields, status) => {
    const { browser } = await aSpanishPost();
    expect((await ask(browser, fields as Record<string, string>)).status).toBe(status);
    expect(server.asked).toEqual([]);
  });

  it('is not for who may not see it, nor for strangers, nor from elsewhere', async () => {
    const { susan, john, id, browser } = await aSpanishPost();
    await site.app.get(RestrictionsService).block(susan.id, john.id);
    expect((await ask(browser, { post_id: String(id) })).status).toBe(404);
    expect((await browser.post('/translate', new URLSearchParams({ post_id: String(id) }))).status).toBe(403);
    expect((await site.raw('/translate', { method: 'POST', body: `post_id=${id}` })).status).toBeGreaterThanOrEqual(302);
    expect(server.asked).toEqual([]);
  });

  it('is told to programs', async () => {
    const { john, id } = await aSpanishPost();
    const client = await api.as(john);

    expect((await client.get(`/api/posts/${id}/translation?language=en`)).body).toEqual({
      text: `es→en: ${spanish}`,
      source_language: 'es',
      dest_language: 'en',
    });
    expect((await client.get(`/api/posts/${id}/translation?language=tlh`)).status).toBe(400);
    expect((await client.get('/api/posts/99999/translation')).status).toBe(404);
    server.habit = 'refuses';
    await site.posted([{ ...john }, 'Muchas gracias por todo, amigos míos']);
    expect((await client.get(`/api/posts/${id + 1}/translation`)).status).toBe(503);
  });
});

describe('a site without a service', () => {
  const plain = useSite();

  it('offers nothing, and says so', async () => {
    const { susan } = await plain.people('susan');
    const [id = 0] = await plain.posted([susan, spanish]);
    const browser = await plain.signedIn(susan);

    expect((await browser.get('/explore')).$('.post-translate')).toHaveLength(0);
    const { status, body } = await ask(browser, { post_id: String(id) });
    expect([status, (JSON.parse(body) as { message: string }).message]).toEqual([
      503,
      'Error: the translation service is not configured.',
    ]);
    // What needs no service is answered without one.
    expect((await ask(browser, { post_id: String(id), dest_language: 'es' })).body).toContain(JSON.stringify(spanish));
  });
});
