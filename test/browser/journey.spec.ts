import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { shoot, signIn, watch } from '../support/browser-page';
import { type TestApp, startTestApp } from '../support/test-app';
import { factories, type Factories, PASSWORD } from '../factories/factories';
import type { TextKey } from '../../src/common/text-key';
import { Translator } from '../../src/i18n/translator';

let app: TestApp;
let browser: Browser;
let made: Factories;

beforeAll(async () => {
  app = await startTestApp();
  made = factories(app);
  browser = await launchChromium();
});

afterEach(() => made.nobody());

afterAll(async () => {
  await browser.close();
  await app.stop();
});

describe.each([
  { locale: 'en', javaScriptEnabled: true },
  { locale: 'en', javaScriptEnabled: false },
  { locale: 'es', javaScriptEnabled: true },
  { locale: 'es', javaScriptEnabled: false },
])('in $locale, with scripts: $javaScriptEnabled', ({ locale, javaScriptEnabled }) => {
  it('someone joins, writes, follows, reads at home, changes their profile, deletes and leaves', async () => {
    const { john } = await made.people('john');
    await made.posted([john, 'Rye bread, third try 🍞']);
    const context = await browser.newContext({ locale, javaScriptEnabled, viewport: { width: 390, height: 844 } });
    const faults = watch(context, app.url);
    const page = await context.newPage();
    const say = (key: TextKey, args?: Record<string, string | number>) => app.get(Translator).t(locale, key, args);
    const look = (step: string) => shoot(page, `journey-${locale}-${javaScriptEnabled ? 'scripts' : 'plain'}-${step}`);

    await page.goto(app.url);
    expect(await flash(page)).toBe(say('errors.auth.loginRequired'));
    expect(await page.getAttribute('html', 'lang')).toBe(locale);
    await look('1-sign-in');

    await page.click('a[href="/auth/register"] >> nth=0');
    await page.fill('#username', 'susan');
    await page.fill('#email', 'no address');
    await page.fill('#password', PASSWORD);
    await page.fill('#password2', PASSWORD);
    await page.click('main form button[type=submit]');
    expect(await page.textContent('#email-errors')).toContain(say('validation.email'));
    expect(await page.inputValue('#username')).toBe('susan');
    expect(await page.inputValue('#password')).toBe('');
    await look('2-register');

    await page.fill('#email', 'susan@example.com');
    await page.fill('#password', PASSWORD);
    await page.fill('#password2', PASSWORD);
    await page.click('main form button[type=submit]');
    expect(await flash(page)).toBe(say('auth.flash.registered'));

    await signIn(page, app.url, 'susan');
    expect(await page.textContent('h1')).toBe(say('timeline.home.greeting', { username: 'susan' }));
    expect(await page.textContent('main')).toContain(say('timeline.home.emptyTitle'));
    await look('3-empty-home');

    await page.fill('#post', 'First light on the river.');
    await page.click('.composer button[type=submit]');
    expect(await flash(page)).toBe(say('posts.flash.published'));
    expect(await posts(page)).toEqual(['First light on the river.']);

    await page.click('.site-nav a[href="/explore"]');
    expect(await posts(page)).toEqual(['First light on the river.', 'Rye bread, third try 🍞']);
    await page.click('.post-author a[href="/user/john"]');
    await page.click('main form[action="/follow/john"] button');
    expect(await flash(page)).toBe(say('follow.flash.followed', { username: 'john' }));
    expect(await page.textContent('.profile-counts')).toContain(say('profiles.show.followers', { count: 1 }));
    await look('4-profile');

    await page.click('.site-nav a[href="/"]');
    expect(await posts(page)).toEqual(['First light on the river.', 'Rye bread, third try 🍞']);
    await look('5-home');

    await page.click('.site-nav a[href="/edit_profile"]');
    await page.fill('#about_me', 'Rivers and releases.');
    await page.click('main form button[type=submit]');
    expect(await flash(page)).toBe(say('users.flash.saved'));
    await look('6-settings');

    await page.click('.site-nav a[href="/user/susan"]');
    expect(await page.textContent('.profile-about')).toBe('Rivers and releases.');
    await page.click('.post summary');
    await page.click('.post details button');
    expect(await flash(page)).toBe(say('posts.flash.deleted'));
    expect(await posts(page)).toEqual([]);

    await page.click('form[action="/auth/logout"] button >> visible=true');
    expect(await flash(page)).toBe(say('auth.flash.signedOut'));
    await page.goBack();
    await page.goto(`${app.url}/explore`);
    expect(new URL(page.url()).pathname).toBe('/auth/login');
    expect(faults).toEqual([]);
    await context.close();
  });
});

const flash = async (page: Page): Promise<string> => ((await page.textContent('.flash')) ?? '').trim();

const posts = (page: Page): Promise<string[]> => page.locator('.post-body').allTextContents();
