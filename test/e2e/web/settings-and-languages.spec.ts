import type { BrowserSession } from '../../support/browser-session';
import { errorsOf, flashOf, textOf, textsOf } from './page';
import { useSite } from '../../support/site';

const site = useSite({ LANGUAGES: 'en,es' });

const languageOf = async (browser: BrowserSession, path = '/auth/login'): Promise<string | undefined> =>
  (await browser.get(path)).$('html').attr('lang');

describe('the language of a page', () => {
  it.each([
    ['es', 'es'],
    ['es-MX', 'es'],
    ['es-MX;es', 'es'],
    ['es-419,es;q=0.9', 'es'],
    ['ES', 'es'],
    ['fr,es;q=0.5,en;q=0.4', 'es'],
    ['en;q=0.1,es', 'es'],
    ['en-US,es;q=0.9', 'en'],
    ['en-GB', 'en'],
    ['es;q=0.2,en;q=0.9', 'en'],
    ['de', 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['es;q=0', 'en'],
    ['en;q=0,es;q=0.1', 'es'],
    ['de,*;q=0.5', 'en'],
    ['nonsense;;q=,,,=;', 'en'],
    ['es;q=abc', 'en'],
    [`${'x-'.repeat(2000)}es`, 'en'],
    ['../../etc/passwd', 'en'],
    ['__proto__', 'en'],
  ])('for a browser that accepts %j is %s', async (acceptLanguage, language) => {
    const answer = await site.browser().get('/auth/login', { 'Accept-Language': acceptLanguage });

    expect(answer.$('html').attr('lang')).toBe(language);
    expect(answer.headers['content-language']).toBe(language);
    expect(answer.headers.vary?.split(/, */)).toEqual(expect.arrayContaining(['Accept-Language', 'Cookie']));
    expect(answer.$('h1').text()).toBe(language === 'es' ? 'Iniciar sesión' : 'Sign in');
  });

  it('is English for a browser that says nothing', async () => {
    expect((await site.raw('/auth/login')).headers['content-language']).toBe('en');
  });

  it.each(['?lang=es', '?lang=xx', '?lang=../../secret', '?lang[]=es', '?lang=en&lang=es', '?l=es', '?locale=es'])(
    'does not come from the address: %s',
    async (query) => {
      expect(await languageOf(site.browser(), `/auth/login${query}`)).toBe('en');
    },
  );

  it('is each reader’s own, however many ask at once', async () => {
    const asked = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? 'en' : 'es'));

    const answered = await Promise.all(asked.map((language) => languageOf(site.browser(language))));

    expect(answered).toEqual(asked);
  });

  it('holds for dates, plurals and messages too', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.follow(susan, john);
    const browser = await site.signedIn(susan);
    browser.acceptLanguage = 'es';

    const profile = await browser.get('/user/john');
    expect(textsOf(profile, '.profile-counts > *')).toEqual(['0 publicaciones', '1 seguidor', '0 seguidos']);
    const answer = await browser.submit('/', '/', { post: '' });
    expect(errorsOf(answer)).toEqual({ post: 'Este campo es obligatorio.' });
    expect(flashOf(await browser.follow(await browser.submit('/', '/', { post: 'hola' })))).toBe(
      '¡Tu publicación ya está en línea!',
    );
  });
});

describe('choosing a language', () => {
  it('in the footer counts at once, comes back to the same page, and beats the browser', async () => {
    const browser = site.browser('en');
    const form = await browser.fill('/auth/register?x=1', 'footer form[action="/settings/language"]', { locale: 'es' });

    const answer = await browser.send(form);

    expect([answer.status, answer.location]).toEqual([303, '/auth/register?x=1']);
    expect((await browser.follow(answer)).$('html').attr('lang')).toBe('es');
    expect(await languageOf(browser.restarted())).toBe('es');
  });

  it('is kept with the account, and goes along to another browser', async () => {
    const { susan } = await site.people('susan');
    const here = await site.signedIn(susan);
    await here.submit('/settings/language', 'main form', { locale: 'es' });

    const there = await site.signedIn(susan);

    expect(await languageOf(there, '/')).toBe('es');
    expect(textsOf(await there.get('/'), 'footer [name=locale][aria-pressed=true]')).toEqual(['Español']);
    expect((await there.get('/settings/language')).$('main [name=locale][checked]').attr('value')).toBe('es');
  });

  it('of the account beats the one of the browser’s cookie', async () => {
    const { susan } = await site.people('susan');
    await (await site.signedIn(susan)).submit('/settings/language', 'main form', { locale: 'es' });
    const browser = site.browser();
    await browser.submit('/settings/language', 'main form', { locale: 'en' });

    await browser.submit('/auth/login', 'main form', { username: 'susan', password: susan.password });

    expect(await languageOf(browser, '/')).toBe('es');
  });

  it('can be left to the browser again', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    await browser.submit('/settings/language', 'main form', { locale: 'es' });

    const answer = await browser.submit('/settings/language', 'main form', { locale: 'auto' });

    expect(flashOf(await browser.follow(answer))).toBe('Your settings have been saved.');
    expect(await languageOf(browser, '/')).toBe('en');
    browser.acceptLanguage = 'es';
    expect(await languageOf(browser, '/')).toBe('es');
  });

  it.each(['xx', '', '../en', 'EN', 'en-US', '<script>', 'es\0'])('of %j is refused', async (locale) => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const { values } = await browser.fill('/settings/language', 'main form');
    values.set('locale', locale);

    const answer = await browser.post('/settings/language', values);

    expect(answer.status).toBe(422);
    expect(textOf(answer)).toContain('Not a valid choice.');
    expect(await site.count('user_settings')).toBe(0);
  });

  it.each([
    '//evil.example',
    'https:evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/%5Cevil.example',
    '/.//evil.example',
  ])('does not lead away: next=%s', async (next) => {
    const browser = site.browser();
    const { values } = await browser.fill('/auth/login', 'footer form[action="/settings/language"]', { locale: 'es', next });

    const answer = await browser.post('/settings/language', values);

    expect([answer.status, answer.location]).toEqual([303, '/settings/language']);
  });

  it.each(['', '%', 'j:{"a":1}', 'xx', '%E2%80%AE'])('may have left a cookie like %s, which does no harm', async (value) => {
    const { status, headers } = await site.raw('/settings/language', {
      headers: { accept: 'text/html', cookie: `locale=${value}; theme=${value}; flash=${value}` },
    });

    expect([status, headers['content-language']]).toEqual([200, 'en']);
  });
});

describe('choosing a time zone', () => {
  const PAGE = '/settings/time_zone';
  const joined = async (browser: BrowserSession): Promise<string> =>
    (await browser.get('/user/susan')).$('.profile-moments time').last().attr('title') ?? '';

  it('shows the hours of that zone, without scripts too, and tells the scripts', async () => {
    const { susan } = await site.people('susan');
    await site.rows("UPDATE `user` SET created_at = '2026-01-01 23:30:00', last_seen_at = NULL");
    const [browser, other] = [await site.signedIn(susan), site.browser()];
    expect(await joined(browser)).toMatch(/UTC$/);

    expect((await browser.submit(PAGE, '.form', { time_zone: 'Asia/Tokyo' })).location).toBe(PAGE);

    const page = await browser.get(PAGE);
    expect(page.$('html').attr('data-time-zone')).toBe('Asia/Tokyo');
    expect(page.$('#time_zone').val()).toBe('Asia/Tokyo');
    expect(await joined(browser)).toMatch(/^January 2, 2026 at 8:30\sAM$/);
    expect((await other.get('/auth/login')).$('html').attr('data-time-zone')).toBeUndefined();

    await browser.submit(PAGE, '.form', { time_zone: 'auto' });
    expect((await browser.get(PAGE)).$('html').attr('data-time-zone')).toBeUndefined();
  });

  it('is that of the browser for who has chosen none, which a script tells by a cookie', async () => {
    const { susan } = await site.people('susan');
    await site.rows("UPDATE `user` SET created_at = '2026-01-01 23:30:00', last_seen_at = NULL");
    const [inTokyo, inMadrid] = [await site.signedIn(susan), await site.signedIn(susan)];

    inTokyo.remember('time_zone', 'Asia%2FTokyo');
    inMadrid.remember('time_zone', 'Europe%2FMadrid');
    expect(await joined(inTokyo)).toMatch(/^January 2, 2026 at 8:30\sAM$/);
    expect(await joined(inMadrid)).toMatch(/^January 2, 2026 at 12:30\sAM$/);
    expect((await inTokyo.get(PAGE)).$('html').attr('data-time-zone')).toBeUndefined();

    await inMadrid.submit(PAGE, '.form', { time_zone: 'America/New_York' });
    expect(await joined(inTokyo)).toMatch(/^January 1, 2026 at 6:30\sPM$/);
  });

  it.each(['Mars%2FOlympus', 'x'.repeat(3000), '%00', '__proto__', '%E0%A4%A'])('is UTC for the cookie %j', async (zone) => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    browser.remember('time_zone', zone);
    expect(await joined(browser)).toMatch(/UTC$/);
  });

  it.each(['', 'Mars/Olympus', 'Europe/Madrid; DROP', 'UTC+99'])('refuses %j', async (zone) => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const { values } = await browser.fill(PAGE, '.form');
    values.set('time_zone', zone);

    const answer = await browser.post(PAGE, values);

    expect([answer.status, Object.keys(errorsOf(answer))]).toEqual([422, ['time_zone']]);
  });

  it('is for who is signed in', async () => {
    expect((await site.browser().get(PAGE)).location).toContain('/auth/login');
  });
});

describe('choosing an appearance', () => {
  it('counts at once, is kept with the account, and goes along', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const themeOf = async (session: BrowserSession): Promise<string | undefined> =>
      (await session.get('/')).$('html').attr('data-theme');
    expect(await themeOf(browser)).toBe('auto');

    const answer = await browser.submit('/settings/appearance', 'main form', { theme: 'dark' });

    expect([answer.status, answer.location]).toEqual([303, '/settings/appearance']);
    expect(await themeOf(browser)).toBe('dark');
    expect(await themeOf(await site.signedIn(susan))).toBe('dark');
    await browser.submit('/settings/language', 'main form', { locale: 'es' });
    expect(await themeOf(browser)).toBe('dark');
  });

  it('is for strangers too', async () => {
    const browser = site.browser();

    await browser.submit('/auth/login', 'footer form[action="/settings/appearance"]', { theme: 'light' });

    expect((await browser.restarted().get('/auth/login')).$('html').attr('data-theme')).toBe('light');
  });

  it('refuses what is none', async () => {
    const browser = site.browser();

    const answer = await browser.submit('/auth/login', 'footer form[action="/settings/appearance"]', { theme: 'neon' });

    expect(answer.status).toBe(422);
    expect(textOf(answer)).toContain('Not a valid choice.');
    expect((await browser.get('/auth/login')).$('html').attr('data-theme')).toBe('auto');
  });
});

describe('LANGUAGES', () => {
  const spanish = useSite({ LANGUAGES: 'es' });

  it('says which languages there are, the first for whoever wants another', async () => {
    const browser = spanish.browser('en');

    const page = await browser.get('/settings/language');

    expect(page.$('html').attr('lang')).toBe('es');
    expect(page.$('footer [name=locale]')).toHaveLength(1);
    expect(
      page
        .$('main [name=locale]')
        .get()
        .map(({ attribs }) => attribs.value),
    ).toEqual(['auto', 'es']);
    const refused = await browser.submit('/settings/language', 'main form', { locale: 'en' });
    expect(refused.status).toBe(422);
  });
});
