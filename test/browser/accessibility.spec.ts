import type * as Axe from 'axe-core';
import { source as axeSource } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { enliven, FOR_GUESTS, FOR_MEMBERS } from '../factories/lively-site';
import { launchChromium } from '../support/chromium';
import { CRAWL_MS, isWiderThanTheScreen, shoot, signIn, watch } from '../support/browser-page';
import { type TestApp, startTestApp } from '../support/test-app';

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

let app: TestApp;
let browser: Browser;
let postPaths: string[];

beforeAll(async () => {
  app = await startTestApp({ POSTS_PER_PAGE: '4' });
  postPaths = await enliven(app);
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
  ])(
    'every page can be used by everybody ($who, $locale)',
    async ({ locale, who }) => {
      const context = await browser.newContext({ viewport, colorScheme, locale, reducedMotion: 'reduce' });
      const faults = watch(context, app.url);
      const page = await context.newPage();
      if (who !== 'guest') await signIn(page, app.url, who);

      const found: Record<string, unknown> = {};
      for (const path of who === 'guest' ? FOR_GUESTS : [...FOR_MEMBERS, ...postPaths, '/user/nobody']) {
        await page.goto(app.url + path);
        await shoot(page, `${device}-${colorScheme}-${locale}${path.replaceAll('/', '-')}`);
        const violations = await violationsOf(page);
        if (violations.length > 0) found[path] = violations;
        if (await isWiderThanTheScreen(page)) found[`${path} width`] = 'scrolls sideways';
      }

      expect(found).toEqual({});
      expect(faults).toEqual([]);
      await context.close();
    },
    CRAWL_MS,
  );
});

/** What axe finds, by WCAG 2.2 A and AA and its best practices. Swagger UI's own markup is not ours to mend. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof Axe }).axe.run({ exclude: ['.swagger-ui'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
