import type { Browser, Page } from 'playwright-core';
import { factories } from '../factories/factories';
import { shoot, signIn, watch } from '../support/browser-page';
import { launchChromium } from '../support/chromium';
import { type TestApp, startTestApp } from '../support/test-app';
import { KEY, TranslationServer } from '../support/translation-server';

let server: TranslationServer;
let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  server = await TranslationServer.start('libretranslate');
  app = await startTestApp({ TRANSLATOR_URL: server.url, TRANSLATOR_KEY: KEY, TRANSLATOR_ALLOW_PRIVATE: 'true' });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await app.stop();
  await server.stop();
});

/** Explore with a post in Spanish, for who reads English. */
async function read(work: (page: Page) => Promise<void>, options: Parameters<Browser['newContext']>[0] = {}) {
  const made = factories(app);
  const { mary } = await made.people('mary');
  await made.posted([mary, 'Muchas gracias por todo, amigos <b>míos</b>']);
  const context = await browser.newContext({ locale: 'en', ...options });
  const faults = watch(context, app.url);
  const page = await context.newPage();
  await signIn(page, app.url, mary.username);
  await page.goto(`${app.url}/explore`);
  await work(page);
  expect(faults).toEqual([]);
  await context.close();
  await made.nobody();
}

it('is translated where it stands, and back', async () => {
  await read(async (page) => {
    server.habit = 'breaks';
    await page.click('.post-translate');
    expect(await page.textContent('.translation-failed')).toBe('Error: the translation service failed.');

    server.habit = 'answers';
    await page.click('.post-translate');
    expect(await page.textContent('.translation')).toBe('es→en: Muchas gracias por todo, amigos <b>míos</b>');
    expect(await page.locator('.translation-failed').count()).toBe(0);
    await shoot(page, 'translated');
    await page.click('.post-translate');
    expect(await page.locator('.translation').count()).toBe(0);
    expect(await page.textContent('.post-translate')).toBe('Translate');
  });
});

it('is translated on a page of its own without scripts', async () => {
  await read(
    async (page) => {
      await page.click('.post-translate');
      expect(await page.textContent('.translation')).toContain('es→en: Muchas gracias');
      await shoot(page, 'translation-page');
    },
    { javaScriptEnabled: false },
  );
});
