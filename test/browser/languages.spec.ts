import type { Browser, Page } from 'playwright-core';
import { PSEUDO_LANGUAGE, SHIPPED_LANGUAGES } from '../../src/config/languages';
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
  app = await startTestApp({ POSTS_PER_PAGE: '4', LANGUAGES: [...SHIPPED_LANGUAGES, PSEUDO_LANGUAGE].join() });
  postPaths = await enliven(app);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await app.stop();
});

const pathsOf = (who: string): string[] => (who === 'guest' ? FOR_GUESTS : [...FOR_MEMBERS, ...postPaths, '/user/nobody']);

/** Quotes of what people wrote, outside of their posts. */
const WRITTEN = /At seven|Shall we meet|El tren|Two lines|The one behind|Morning light|^#river$|@example\.com/;

/**
 * What a page says in plain letters though the pseudo-language has none. Left out is what nobody translates: what people wrote, names, and what `Intl`
 * says, which knows no such language.
 */
function plainEnglishOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const untranslated =
      'script, style, time, code, kbd, .post-body, .post-author, .person-name, .message-body, .about-me, .report-reason, .swagger-ui, .developer, [lang]:not(html), option, select[name=locale], footer [name=locale], .wordmark, .notification-quote';
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest(untranslated)) texts.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [alt], [title]:not(time)')) {
      if (element.closest('.swagger-ui')) continue;
      for (const name of ['aria-label', 'placeholder', 'alt', 'title']) texts.push(element.getAttribute(name) ?? '');
    }
    // Within brackets stand the values that a text has places for.
    const outside = texts.map((text) => text.replaceAll(/⟦[^⟧]*⟧|\b(?:john|susan|mary|david)\b/g, '').trim());
    return [...new Set(outside.filter((text) => /[A-Za-z]{3}/.test(text)))];
  });
}

it.each(['guest', 'john'])(
  'no page has a bare English word in the pseudo-language, nor breaks for longer ones (%s)',
  async (who) => {
    const context = await browser.newContext({ viewport: PHONE, locale: 'en-XA', reducedMotion: 'reduce' });
    await context.addCookies([{ name: 'locale', value: PSEUDO_LANGUAGE, url: app.url }]);
    const faults = watch(context, app.url);
    const page = await context.newPage();
    if (who !== 'guest') await signIn(page, app.url, who);

    const found: Record<string, unknown> = {};
    for (const path of pathsOf(who)) {
      await page.goto(app.url + path);
      expect(await page.getAttribute('html', 'lang')).toBe(PSEUDO_LANGUAGE);
      const plain = (await plainEnglishOn(page)).filter((text) => !WRITTEN.test(text));
      if (plain.length > 0) found[path] = plain;
      if (await isWiderThanTheScreen(page)) {
        found[`${path} width`] = 'scrolls sideways';
        await shoot(page, `pseudo${path.replaceAll('/', '-')}`);
      }
    }

    expect(found).toEqual({});
    expect(faults).toEqual([]);
    await context.close();
  },
  CRAWL_MS,
);

// The pseudo-language is longer than the others; these two differ from them in direction and in how lines break.
it.each([
  { locale: 'ar', dir: 'rtl', device: 'phone', viewport: PHONE },
  { locale: 'ja', dir: 'ltr', device: 'phone', viewport: PHONE },
])(
  'every page fits a $device in $locale, and runs $dir',
  async ({ locale, dir, device, viewport }) => {
    const found: Record<string, string> = {};
    for (const who of ['guest', 'john']) {
      const context = await browser.newContext({ viewport, locale, reducedMotion: 'reduce' });
      const page = await context.newPage();
      if (who !== 'guest') await signIn(page, app.url, who);
      for (const path of pathsOf(who)) {
        await page.goto(app.url + path);
        expect(await page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).direction])).toEqual([
          locale,
          dir,
        ]);
        if (await isWiderThanTheScreen(page)) found[path] = 'scrolls sideways';
        await shoot(page, `${locale}-${device}${path.replaceAll('/', '-')}`);
      }
      await context.close();
    }
    expect(found).toEqual({});
  },
  CRAWL_MS,
);

it('the layout mirrors: what is at the left from left to right is at the right from right to left', async () => {
  const placeOf = async (locale: string): Promise<{ nav: number; column: number }> => {
    const context = await browser.newContext({ viewport: DESKTOP, locale });
    const page = await context.newPage();
    await signIn(page, app.url, 'john');
    const places = await page.evaluate(() => {
      const middle = (selector: string): number => {
        const { left, width } = document.querySelector(selector)!.getBoundingClientRect();
        return left + width / 2;
      };
      return { nav: middle('.site-header'), column: middle('main') };
    });
    await context.close();
    return places;
  };

  const [english, arabic] = [await placeOf('en'), await placeOf('ar')];

  expect(english.nav).toBeLessThan(english.column);
  expect(arabic.nav).toBeGreaterThan(arabic.column);
});

it('two browsers in two zones see their own hours: by a script at first, from the server alone after that', async () => {
  const hours: Record<string, string[]> = {};
  for (const timezoneId of ['Asia/Tokyo', 'America/New_York']) {
    const context = await browser.newContext({ timezoneId, locale: 'en' });
    const page = await context.newPage();
    await signIn(page, app.url, 'susan');
    const said = async (): Promise<string> => {
      await page.goto(`${app.url}/user/john`);
      return page.$eval('.profile-moments time', (time) => (time.getAttribute('title') ?? '').replaceAll(/\s/g, ' '));
    };
    const byScript = await said();
    await page.route('**/times.js*', (route) => route.abort());
    const byServer = await said();
    hours[timezoneId] = [byScript, byServer];
    await context.close();
  }

  const [tokyo = [], newYork = []] = Object.values(hours);
  expect(tokyo[0]).toBe(tokyo[1]);
  expect(newYork[0]).toBe(newYork[1]);
  expect(tokyo[0]).not.toBe(newYork[0]);
});

it('a script speaks the language of its page, and writes its numbers', async () => {
  const context = await browser.newContext({ locale: 'ar' });
  const page = await context.newPage();
  await signIn(page, app.url, 'susan');
  await page.fill('main textarea', 'x'.repeat(150));

  const counted = (140 - 150).toLocaleString('ar');
  await page.waitForFunction((text) => document.querySelector('[data-count]')?.textContent === text, counted);
  const words = await page.textContent('[data-counter-status-for]');
  expect(words).toMatch(/[\u0600-\u06FF]/);
  expect(words).not.toMatch(/[A-Za-z]/);
  await context.close();
});
