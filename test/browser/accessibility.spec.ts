import type * as Axe from 'axe-core';
import { source as axeSource } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { shoot, signIn, watch } from '../support/browser-page';
import { type TestApp, startTestApp } from '../support/test-app';
import { factories } from '../factories/factories';

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

const FOR_GUESTS = [
  '/auth/login',
  '/auth/register',
  '/auth/reset_password_request',
  '/settings/language',
  '/settings/appearance',
  '/nothing-here',
];
const FOR_MEMBERS = [
  '/',
  '/explore',
  '/user/john',
  '/user/susan',
  '/user/john/followers',
  '/user/john/following',
  '/edit_profile',
  '/settings/account',
  '/settings/account/email',
  '/settings/account/password',
  '/settings/security',
  '/settings/security/turn_on',
  '/settings/passkeys',
  '/settings/sessions',
  '/settings/tokens',
  '/auth/logout',
  '/api/docs',
];

let app: TestApp;
let browser: Browser;
let postPath: string;

beforeAll(async () => {
  app = await startTestApp({ POSTS_PER_PAGE: '4' });
  const { people, follow, posted } = factories(app);
  const { susan, john, mary, david } = await people('susan', 'john', 'mary', 'david');
  await follow(john, susan, mary, david);
  await follow(susan, john);
  const ids = await posted(
    [susan, 'Morning light on the river, and nobody else awake yet.'],
    [mary, 'El tren llega tarde, pero la luz de la tarde lo compensa todo ☀️'],
    [david, `A very long word: ${'Donaudampfschifffahrt'.repeat(5)}`],
    [john, 'Two lines,\nand a second one.'],
    [mary, 'مساء الخير من النافذة'],
    [susan, '140 emoji are fine: 🍣🍺🦉🐦🌧️'],
  );
  postPath = `/post/${ids[0]}`;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await app.stop();
});

describe.each([
  { device: 'phone', viewport: PHONE, colorScheme: 'light' },
  { device: 'phone', viewport: PHONE, colorScheme: 'dark' },
  { device: 'desktop', viewport: DESKTOP, colorScheme: 'light' },
  { device: 'desktop', viewport: DESKTOP, colorScheme: 'dark' },
] as const)('on a $device, in the $colorScheme', ({ device, viewport, colorScheme }) => {
  it.each([
    { locale: 'en', who: 'guest' },
    { locale: 'es', who: 'john' },
  ])('every page can be used by everybody ($who, $locale)', async ({ locale, who }) => {
    const context = await browser.newContext({ viewport, colorScheme, locale, reducedMotion: 'reduce' });
    const faults = watch(context, app.url);
    const page = await context.newPage();
    if (who !== 'guest') await signIn(page, app.url, who);

    const found: Record<string, unknown> = {};
    for (const path of who === 'guest' ? FOR_GUESTS : [...FOR_MEMBERS, postPath, '/user/nobody']) {
      await page.goto(app.url + path);
      await shoot(page, `${device}-${colorScheme}-${locale}${path.replaceAll('/', '-')}`);
      const violations = await violationsOf(page);
      if (violations.length > 0) found[path] = violations;
      if (await isWiderThanTheScreen(page)) found[`${path} width`] = 'scrolls sideways';
    }

    expect(found).toEqual({});
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** What axe finds, by WCAG 2.2 A and AA and its best practices. Swagger UI's own markup is not ours to mend. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof Axe }).axe.run({ exclude: ['.swagger-ui'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

const isWiderThanTheScreen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
