import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import type { TextKey } from '../../src/common/text-key';
import { Translator } from '../../src/i18n/translator';
import { JobRunner } from '../../src/jobs/job-runner';
import { factories, PASSWORD } from '../factories/factories';
import { shoot, signIn, watch } from '../support/browser-page';
import { launchChromium } from '../support/chromium';
import { linkIn, takeMails } from '../support/mails';
import { startTestApp, type TestApp } from '../support/test-app';

const NEW_PASSWORD = 'purple monkey dishwasher';

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  app = await startTestApp();
  browser = await launchChromium();
});
afterEach(() => factories(app).nobody());
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** The link in the mail that has just come. */
async function mailedLink(): Promise<string> {
  await app.get(JobRunner).runDue();
  const [mail] = await takeMails(app.config.app.dataDir);
  return app.url + linkIn(mail!, app.config.http.origin);
}

const send = (page: Page): Promise<void> => page.click('main form:not(.notice form):not(.fact form) button[type=submit]');
const flash = async (page: Page): Promise<string> => ((await page.textContent('.flash')) ?? '').trim();

describe.each([
  { locale: 'en', javaScriptEnabled: true },
  { locale: 'en', javaScriptEnabled: false },
  { locale: 'es', javaScriptEnabled: true },
  { locale: 'es', javaScriptEnabled: false },
])('in $locale, with scripts: $javaScriptEnabled', ({ locale, javaScriptEnabled }) => {
  it('someone confirms their address, forgets the password, turns on the second step, makes a token, and leaves', async () => {
    const colorScheme = locale === 'es' ? 'dark' : 'light';
    const context = await browser.newContext({ locale, javaScriptEnabled, colorScheme, viewport: { width: 390, height: 844 } });
    const faults = watch(context, app.url);
    const page = await context.newPage();
    const say = (key: TextKey, args?: Record<string, string | number>) => app.get(Translator).t(locale, key, args);
    const look = (step: string) => shoot(page, `account-${locale}-${javaScriptEnabled ? 'scripts' : 'plain'}-${step}`);
    const visit = (path: string) => page.goto(app.url + path);

    await visit('/auth/register');
    for (const [field, value] of Object.entries({
      username: 'susan',
      email: 'susan@example.com',
      password: PASSWORD,
      password2: PASSWORD,
    })) {
      await page.fill(`#${field}`, value);
    }
    await send(page);
    await signIn(page, app.url, 'susan');
    expect(await page.textContent('.notice')).toContain(say('auth.unconfirmed.text', { email: 'susan@example.com' }));
    await look('1-unconfirmed');
    await page.goto(await mailedLink());
    await look('2-confirm');
    await send(page);
    expect(await flash(page)).toBe(say('auth.flash.emailConfirmed'));
    expect(await page.locator('.notice').count()).toBe(0);

    await page.click('form[action="/auth/logout"] button >> visible=true');
    await page.click('a[href="/auth/reset_password_request"]');
    await page.fill('#email', 'susan@example.com');
    await look('3-forgotten');
    await send(page);
    expect(await flash(page)).toBe(say('auth.flash.resetRequested'));
    await page.goto(await mailedLink());
    await page.fill('#password', NEW_PASSWORD);
    await page.fill('#password2', NEW_PASSWORD);
    await look('4-new-password');
    await send(page);
    expect(await flash(page)).toBe(say('auth.flash.passwordReset'));

    const enter = async () => {
      await page.fill('#username', 'susan');
      await page.fill('#password', NEW_PASSWORD);
      await page.click('form[action^="/auth/login"] button[type=submit]');
    };
    await enter();
    await visit('/settings/security/turn_on');
    await page.fill('#current_password', NEW_PASSWORD);
    await send(page);
    await look('5-setup');
    const secret = ((await page.textContent('.secret')) ?? '').replaceAll(' ', '');
    await page.fill('#code', new TOTP({ secret: Secret.fromBase32(secret) }).generate());
    await send(page);
    expect(await page.locator('.codes li').count()).toBe(10);
    const code = (await page.textContent('.codes li')) ?? '';
    await look('6-codes');

    await visit('/settings/tokens');
    await page.fill('#name', 'My robot');
    await page.fill('#current_password', NEW_PASSWORD);
    await look('7-tokens');
    await send(page);
    expect((await page.textContent('.secret'))?.split('.')).toHaveLength(3);
    await look('8-token');

    await page.click('form[action="/auth/logout"] button >> visible=true');
    await enter();
    await page.fill('#code', code);
    await look('9-second-step');
    await send(page);
    expect(await page.textContent('h1')).toBe(say('timeline.home.greeting', { username: 'susan' }));

    await visit('/settings/account/delete');
    await page.fill('#current_password', NEW_PASSWORD);
    await look('10-leave');
    await send(page);
    expect(await flash(page)).toBe(say('settings.flash.leaving'));
    expect(faults).toEqual([]);
    await context.close();
  });
});
