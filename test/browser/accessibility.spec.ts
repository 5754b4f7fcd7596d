import type * as Axe from 'axe-core';
import { source as axeSource } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { enliven, FOR_GUESTS, FOR_MEMBERS } from '../factories/lively-site';
import { launchChromium } from '../support/chromium';
import { CRAWL_MS, isWiderThanTheScreen, shoot, signIn, watch } from '../support/browser-page';
import { type TestApp, startTestApp } from '../support/test-app';

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

const ALL_RULES: Axe.RunOptions = {};
const RULES_OF_COLOR: Axe.RunOptions = { runOnly: ['cat.color'] };

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
  { device: 'phone', viewport: PHONE },
  { device: 'desktop', viewport: DESKTOP },
] as const)('on a $device', ({ device, viewport }) => {
  it.each([
    { locale: 'en', who: 'guest' },
    { locale: 'es', who: 'john' },
  ])(
    'every page can be used by everybody, in the light and in the dark ($who, $locale)',
    async ({ locale, who }) => {
      const context = await browser.newContext({ viewport, colorScheme: 'light', locale, reducedMotion: 'reduce' });
      const faults = watch(context, app.url);
      const page = await context.newPage();
      if (who !== 'guest') await signIn(page, app.url, who);

      const found: Record<string, unknown> = {};
      for (const path of who === 'guest' ? FOR_GUESTS : [...FOR_MEMBERS, ...postPaths, '/user/nobody']) {
        await page.goto(app.url + path);
        await page.evaluate(axeSource);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await shoot(page, `${device}-${colorScheme}-${locale}${path.replaceAll('/', '-')}`);
          // The dark changes colors and nothing else.
          const violations = await violationsOf(page, colorScheme === 'light' ? ALL_RULES : RULES_OF_COLOR);
          if (violations.length > 0) found[`${path}, ${colorScheme}`] = violations;
        }
        if (await isWiderThanTheScreen(page)) found[`${path} width`] = 'scrolls sideways';
        await page.emulateMedia({ colorScheme: 'light' });
      }

      expect(found).toEqual({});
      expect(faults).toEqual([]);
      await context.close();
    },
    CRAWL_MS,
  );
});

/** What axe finds: by WCAG 2.2 A and AA and its best practices, or of colors alone. Swagger UI's own markup is not ours to mend. */
async function violationsOf(page: Page, rules: Axe.RunOptions): Promise<string[]> {
  return page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: typeof Axe }).axe.run({ exclude: ['.swagger-ui'] }, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, rules);
}
