import type { Browser, Page } from 'playwright-core';
import { factories, PASSWORD } from '../factories/factories';
import { launchChromium } from '../support/chromium';
import { shoot, signIn, watch } from '../support/browser-page';
import { type TestApp, startTestApp } from '../support/test-app';

let app: TestApp;
let browser: Browser;
let url: string;

beforeAll(async () => {
  // A passkey is kept for a name; of an address without a port the browser would think another one.
  app = await startTestApp({ HOST: 'localhost' });
  url = app.config.http.origin;
  await factories(app).people('susan');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** Gives the page a device of its own, whose owner is there and consents. */
async function withDevice(page: Page): Promise<{ copies: () => Promise<number> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { copies: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length };
}

const isHome = (page: Page): Promise<unknown> => page.waitForURL(`${url}/`);

it('a passkey is added in the settings, signs in alone, and is removed', async () => {
  const context = await browser.newContext({ locale: 'en' });
  const faults = watch(context, url);
  const page = await context.newPage();
  const device = await withDevice(page);
  await signIn(page, url, 'susan');
  await isHome(page);

  await page.goto(`${url}/settings/passkeys`);
  await page.fill('#name', 'My phone');
  await page.fill('#current_password', PASSWORD);
  await page.click('[data-passkey=add] button[type=submit]');
  await page.waitForSelector('.flash-success');
  expect(await page.textContent('.fact strong')).toBe('My phone');
  expect(await device.copies()).toBe(1);
  await shoot(page, 'passkeys');

  await page.click('.site-header form[action="/auth/logout"] button');
  await page.waitForURL(`${url}/auth/login`);
  await shoot(page, 'passkey-sign-in');
  const sent = page.waitForRequest((request) => request.url() === `${url}/auth/passkey`);
  await page.click('[data-passkey=sign-in] button');
  await isHome(page);
  expect(await page.textContent('h1')).toBe('Hi, susan!');

  // Who overheard the answer cannot give it again.
  const overheard = new URLSearchParams((await sent).postData() ?? '').get('answer') ?? '';
  expect(overheard).toContain('"signature"');
  await page.click('.site-header form[action="/auth/logout"] button');
  await page.waitForURL(`${url}/auth/login`);
  await page.evaluate((answer) => {
    const form = document.querySelector<HTMLFormElement>('[data-passkey=sign-in] form');
    (form?.elements.namedItem('answer') as HTMLInputElement).value = answer;
    form?.submit();
  }, overheard);
  await page.waitForSelector('.flash-danger');
  await page.click('[data-passkey=sign-in] button');
  await isHome(page);

  await page.goto(`${url}/settings/passkeys`);
  expect(await page.textContent('.fact-note')).toContain('last used now');
  await page.click('.fact-action a');
  await page.fill('#current_password', PASSWORD);
  await page.click('main form button[type=submit]');
  await page.waitForURL(`${url}/settings/passkeys`);
  expect(await page.locator('.fact').count()).toBe(0);
  await page.click('.site-header form[action="/auth/logout"] button');
  await page.waitForURL(`${url}/auth/login`);
  await page.click('[data-passkey=sign-in] button');
  await page.waitForSelector('.flash-danger');
  expect(await page.textContent('.flash-danger')).toContain('This passkey was not accepted.');
  expect(faults).toEqual([]);
  await context.close();
});

it('a device that has none says so, and the password works all the same', async () => {
  const context = await browser.newContext({ locale: 'es' });
  const page = await context.newPage();
  await withDevice(page);
  await page.goto(`${url}/auth/login`);
  await page.click('[data-passkey=sign-in] button');
  await page.waitForFunction(() => document.querySelector('[data-passkey-status]')?.textContent !== '');
  expect(await page.textContent('[data-passkey-status]')).toBe('No ha funcionado. Inténtalo otra vez o usa tu contraseña.');

  await signIn(page, url, 'susan');
  await isHome(page);
  await context.close();
});

it('without scripts the sign-in page speaks of no passkey', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${url}/auth/login`);

  expect(await page.locator('[data-passkey=sign-in]').isVisible()).toBe(false);
  await context.close();
});
