import type { Person } from '../../factories/factories';
import type { BrowserSession, PageAnswer } from '../../support/browser-session';
import { flashOf, postsOf, textOf, valuesOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

// What people write is text, whatever it would be to a browser, a template, a catalogue, a log or a database.
const TEXTS = [
  '<script>alert(1)</script>',
  '</textarea><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  `' onfocus='alert(1)' autofocus='`,
  '{{constructor}} {{{this}}} {{> csrf}}',
  '$t(site.name) $t(errors.http.404.title)',
  '%s %d %o %%',
  '{username} {count} {0}',
  '&amp; &lt;b&gt; &#39;',
  '${7*7} `id` <%= 7 %>',
  'javascript:alert(1)',
  '=cmd|calc!A1',
  '<!-- --> ]]> <![CDATA[',
  '\\u003cscript\\u003e \\x3c',
  "Robert'); DROP TABLE post;--",
  '__proto__ constructor toString',
];

/** Every script of a page is a file of ours, and nothing is written in attributes that would run. */
function expectHarmless({ $ }: PageAnswer): void {
  for (const script of $('script').get()) {
    expect($(script).attr('src')).toMatch(/^\/assets\//);
    expect($(script).text()).toBe('');
  }
  expect($('svg[onload], img[onerror], [onfocus], [onclick], iframe, object, embed, base')).toHaveLength(0);
  for (const link of $('a[href], form[action]').get()) {
    expect($(link).attr('href') ?? $(link).attr('action')).toMatch(/^[/#]/);
  }
}

describe.each(TEXTS)('%s', (text) => {
  let susan: Person;
  let browser: BrowserSession;

  beforeEach(async () => {
    ({ susan } = await site.people('susan'));
    browser = await site.signedIn(susan);
  });

  it('is text in a post, in every list and on its own page', async () => {
    expect((await browser.submit('/', '/', { post: text })).status).toBe(303);
    const [post] = await site.rows<{ id: number }>('SELECT id FROM post');

    for (const path of ['/', '/explore', '/user/susan', `/post/${post?.id}`]) {
      const page = await browser.get(path);
      expect(postsOf(page)).toEqual([text]);
      expectHarmless(page);
    }
    const { $ } = await browser.get(`/post/${post?.id}`);
    expect($('meta[name=description]').attr('content')).toBe(text);
    expect($('meta[property="og:description"]').attr('content')).toBe(text);
  });

  it('is text in what somebody says of themselves, also in the form', async () => {
    await browser.submit('/edit_profile', '/edit_profile', { about_me: text });

    for (const path of ['/user/susan', '/user/susan/popup']) {
      const page = await browser.get(path);
      expect(textOf(page, '.profile-about, .popup-about')).toBe(text.replaceAll(/\s+/g, ' '));
      expectHarmless(page);
    }
    expect((await browser.get('/user/susan')).$('meta[name=description]').attr('content')).toBe(text);
    const form = await browser.get('/edit_profile');
    expect(valuesOf(form).about_me).toBe(text);
    expectHarmless(form);
  });

  it('is text in a field that is refused, and in the name of nobody', async () => {
    const stranger = site.browser();
    const fields = { username: text, email: text, password: 'short', password2: 'other' };
    const refused = await stranger.submit('/auth/register', '/auth/register', fields);
    expect(refused.status).toBe(422);
    expect(valuesOf(refused)).toMatchObject({ username: text, email: text });
    expectHarmless(refused);

    const missing = await browser.get(`/user/${encodeURIComponent(text)}`);
    expect(missing.status).toBe(404);
    expect(missing.$('.lead').text()).toBe(`User ${text} not found.`);
    expectHarmless(missing);
  });

  it('is text in a message', async () => {
    const token = (await browser.get('/')).$('[name=csrf_token]').attr('value') ?? '';

    const page = await browser.follow(await browser.post(`/follow/${encodeURIComponent(text)}`, { csrf_token: token }));

    expect(flashOf(page)).toBe(`User ${text} not found.`);
    expectHarmless(page);
  });

  it('is text in an address, wherever the page repeats that', async () => {
    const query = `?${encodeURIComponent(text)}=${encodeURIComponent(text)}&next=${encodeURIComponent(text)}`;

    for (const page of [
      await browser.get(`/explore${query}`),
      await browser.get(`/${encodeURIComponent(text)}${query}`),
      await site.browser().get(`/auth/login${query}`),
    ]) {
      expectHarmless(page);
    }
    const json = await site.raw(`/${encodeURIComponent(text)}${query}`, { headers: { accept: 'application/json' } });
    expect(json.headers['content-type']).toContain('json');
    expect(json.headers['x-content-type-options']).toBe('nosniff');
  });
});
