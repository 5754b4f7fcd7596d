import { DataSource } from 'typeorm';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Transaction } from '../../src/database/transaction';
import { EventBus } from '../../src/events/event-bus';
import { ExportProgressed } from '../../src/export/events/export-progressed.event';
import { JobRunner } from '../../src/jobs/job-runner';
import { MessagesService } from '../../src/messages/messages.service';
import { launchChromium } from '../support/chromium';
import { shoot, signIn, watch } from '../support/browser-page';
import { type TestApp, startTestApp } from '../support/test-app';
import { factories, type Factories, type Person } from '../factories/factories';

let app: TestApp;
let browser: Browser;
let made: Factories;
let susan: Person;
let john: Person;

beforeAll(async () => {
  app = await startTestApp();
  made = factories(app);
  browser = await launchChromium();
});

beforeEach(async () => {
  ({ susan, john } = await made.people('susan', 'john'));
});

afterEach(() => made.nobody());

afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** A page with susan signed in; the test fails if anything on it breaks a policy or a script. */
async function asSusan(
  work: (page: Page, context: BrowserContext) => Promise<void>,
  options: Parameters<Browser['newContext']>[0] = {},
) {
  const context = await browser.newContext({ locale: 'en', ...options });
  const faults = watch(context, app.url);
  const page = await context.newPage();
  await signIn(page, app.url, susan.username);
  await work(page, context);
  expect(faults).toEqual([]);
  await context.close();
}

it('counts what is left in code points, as the server does', async () => {
  await asSusan(async (page) => {
    await page.fill('#post', '🍣'.repeat(139));
    expect(await page.textContent('[data-count]')).toBe('1');
    await page.fill('#post', 'x'.repeat(142));
    expect(await page.textContent('[data-count]')).toBe('-2');
    expect(await page.textContent('[data-counter-status-for=post]')).toContain('too many');
  });
});

it('sends by Ctrl+Enter', async () => {
  await asSusan(async (page) => {
    await page.fill('#post', 'By keyboard.');
    await page.press('#post', 'Control+Enter');
    await page.waitForSelector('.post-body');
    expect(await page.locator('.post-body').allTextContents()).toEqual(['By keyboard.']);
  });
});

it('makes one post of a double click', async () => {
  await asSusan(async (page) => {
    await page.fill('#post', 'Only once.');
    await page.dblclick('.composer button[type=submit]');
    await page.waitForSelector('.post-body');
    expect(await page.locator('.post-body').allTextContents()).toEqual(['Only once.']);
  });
});

it('shows a card over a name by mouse, once loaded, and closes it by Escape', async () => {
  await made.posted([john, 'Hello.']);
  await asSusan(async (page) => {
    await page.goto(`${app.url}/explore`);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/popup')) asked.push(request.url());
    });
    const name = page.locator('.post-author a');

    await name.hover();
    await page.waitForSelector('.popup-card');
    expect(await page.textContent('.popup-name')).toBe('john');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.popup-card', { state: 'detached' });
    await page.mouse.move(0, 0);
    await name.hover();
    await page.waitForSelector('.popup-card');

    expect(asked).toHaveLength(1);
    await page.click('.popup-card form button');
    expect(await page.textContent('.flashes')).toContain('You are following john!');
  });
});

it('shows the card by keyboard, and Tab leads into it', async () => {
  await made.posted([john, 'Hello.']);
  await asSusan(async (page) => {
    await page.goto(`${app.url}/explore`);
    while (!(await page.evaluate(() => document.activeElement?.matches('.post-author a')))) await page.keyboard.press('Tab');
    await page.waitForSelector('.popup-card');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.popup-card') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.popup-card', { state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.matches('.post-author a'))).toBe(true);
  });
});

it('shows the card to a finger that stays, and follows one that taps', async () => {
  await made.posted([john, 'Hello.']);
  await asSusan(
    async (page, context) => {
      await page.goto(`${app.url}/explore`);
      const name = page.locator('.post-author a');
      const { x = 0, y = 0 } = (await name.boundingBox()) ?? {};
      const chromium = await context.newCDPSession(page);
      const touchPoints = [{ x: x + 5, y: y + 5 }];

      await chromium.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
      await page.waitForSelector('.popup-card');
      await chromium.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      expect(new URL(page.url()).pathname).toBe('/explore');
      await page.touchscreen.tap(2, 2);
      await page.waitForSelector('.popup-card', { state: 'detached' });

      await name.tap();
      await page.waitForURL(`${app.url}/user/john`);
    },
    { hasTouch: true, viewport: { width: 400, height: 800 } },
  );
});

it('tells the hour of the reader: two browsers in two zones see two texts', async () => {
  const texts: string[] = [];
  for (const timezoneId of ['America/New_York', 'Asia/Tokyo']) {
    await asSusan(
      async (page) => {
        await page.goto(`${app.url}/user/susan`);
        const time = page.locator('time[data-format=full]');
        texts.push((await time.textContent()) ?? '');
        expect(await time.getAttribute('datetime')).toMatch(/Z$/);
      },
      { timezoneId },
    );
  }
  expect(new Set(texts).size).toBe(2);
});

it('tells the hour of the zone that the account has chosen, wherever the browser is', async () => {
  await asSusan(
    async (page) => {
      await page.goto(`${app.url}/settings/time_zone`);
      await page.selectOption('#time_zone', 'Asia/Tokyo');
      await page.click('main form.form button[type=submit]');
      await page.waitForSelector('.flash-success');
      await page.goto(`${app.url}/user/susan`);
      const time = page.locator('time[data-format=full]');
      const moment = new Date((await time.getAttribute('datetime')) ?? '');
      const inTokyo = new Intl.DateTimeFormat('en', { timeStyle: 'short', timeZone: 'Asia/Tokyo' }).format(moment);
      const text = (await time.textContent()) ?? '';
      expect(text.replaceAll(/\s/g, ' ')).toContain(inTokyo.replaceAll(/\s/g, ' '));
      await page.goto(`${app.url}/settings/time_zone`);
      await page.selectOption('#time_zone', 'auto');
      await page.click('main form.form button[type=submit]');
      await page.waitForSelector('.flash-success');
    },
    { timezoneId: 'America/New_York' },
  );
});

it('moves nothing while a page loads, not even on a slow device', async () => {
  await made.follow(susan, john);
  for (let i = 0; i < 10; i++) await made.posted([john, `Line ${i}, and a few more words to fill it.`]);
  // Long ago: "now" may become "1 minute ago" while the page loads, and that is time passing.
  await app.get(DataSource).query("UPDATE post SET created_at = '2026-01-01 12:00:00'");
  await app.get(DataSource).query("UPDATE `user` SET created_at = '2026-01-01 12:00:00', last_seen_at = '2026-01-02 12:00:00'");
  await asSusan(async (page, context) => {
    const device = await context.newCDPSession(page);
    await device.send('Emulation.setCPUThrottlingRate', { rate: 8 });
    for (const path of ['/', '/user/john', '/edit_profile']) {
      await page.goto(app.url + path);
      expect({ path, moved: await page.evaluate(whatMoved) }).toEqual({ path, moved: [] });
    }
  });
});

/** Runs in a page that has loaded, its scripts have run: what has moved in it since it was first drawn. */
async function whatMoved(): Promise<string[]> {
  type Shift = PerformanceEntry & { sources: { node: Element | null }[] };
  const shifts: Shift[] = [];
  const keep = (entries: PerformanceEntryList): number => shifts.push(...(entries as Shift[]));
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  // What the scripts did last is laid out by the next frame, and told by the one after.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  keep(observer.takeRecords());
  return shifts.flatMap(({ sources }) => sources.map(({ node }) => node?.outerHTML.slice(0, 80) ?? 'something gone'));
}

it('follows the device in the dark, and the reader against the device', async () => {
  await asSusan(
    async (page) => {
      const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await page.click('.site-footer button[value=light]');
      await page.waitForSelector('html[data-theme=light]');
      const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(light).not.toBe(dark);
    },
    { colorScheme: 'dark' },
  );
});

describe('without leaving the page', () => {
  it('likes, reposts and keeps a post, counts, and keeps the focus', async () => {
    const [id] = await made.posted([john, 'one']);
    await asSusan(async (page) => {
      await page.goto(`${app.url}/explore`);
      await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
      for (const kind of ['like', 'repost', 'bookmark']) {
        const button = page.locator(`#post-${id} .post-action-${kind}`);
        await button.focus();
        await page.keyboard.press('Enter');
        await page.waitForSelector(`#post-${id} .post-action-${kind}[aria-pressed=true]`);
        await page.waitForFunction((name) => document.activeElement?.classList.contains(`post-action-${name}`), kind);
      }
      expect(await page.textContent(`#post-${id} .post-action-like span`)).toBe('1');
      await page.click(`#post-${id} .post-action-like`);
      await page.waitForSelector(`#post-${id} .post-action-like[aria-pressed=false]`);
      expect(await page.locator('body[data-same-page]').count()).toBe(1);
    });
  });

  it('shows that something came: a badge, and new posts, which move nothing', async () => {
    await made.follow(susan, john);
    await made.posted([john, 'one']);
    await asSusan(async (page) => {
      await page.waitForSelector('.post');
      await app.get(MessagesService).send(john.id, susan.id, { body: 'x' });
      await page.waitForSelector('[data-badge=messages]:not([hidden])');
      expect(await page.textContent('[data-badge=messages] [data-badge-count]')).toBe('1');
      expect(await page.textContent('[data-badge=messages] [data-badge-label]')).toBe('unread messages: 1');

      await made.posted([john, 'two'], [john, 'three']);
      await page.waitForFunction(() => document.querySelector('[data-new-posts] a')?.textContent === 'New posts: 2');
      expect(await page.locator('.post-body').allTextContents()).toEqual(['one']);
      await page.click('[data-new-posts] a');
      await page.waitForFunction(() => document.querySelectorAll('.post-body').length === 3);
    });
  });
});

it('offers names and tags while one types what to search for', async () => {
  await made.posted([john, 'About #joy.']);
  await asSusan(async (page) => {
    await page.locator('.search-box-nav input').pressSequentially('jo');
    await page.waitForSelector('.search-box-nav option', { state: 'attached' });
    const offered = await page
      .locator('.search-box-nav option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('value')));
    expect(offered).toEqual(['@john', '#joy']);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${app.url}/search?q=jo`);
  });
});

it('shows in one browser what is done in another: a message, and what is liked', async () => {
  const [id] = await made.posted([susan, 'Look.']);
  await asSusan(async (page) => {
    await page.goto(`${app.url}/explore`);
    const context = await browser.newContext({ locale: 'en' });
    const faults = watch(context, app.url);
    const other = await context.newPage();
    await signIn(other, app.url, john.username);

    await other.goto(`${app.url}/send_message/susan`);
    await other.fill('main textarea[name=message]', 'Over here.');
    await other.click('main form.form button[type=submit]');
    await page.waitForSelector('[data-badge=messages]:not([hidden])');
    await other.goto(`${app.url}/explore`);
    await other.click(`#post-${id} .post-action-like`);
    await page.waitForFunction(
      () => document.querySelector('[data-badge=notifications] [data-badge-count]')?.textContent === '2',
    );

    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('an export', () => {
  const begin = async (page: Page): Promise<number> => {
    await page.goto(`${app.url}/user/${susan.username}`);
    await page.click('form[action="/export_posts"] button');
    return Number(await page.waitForSelector('progress').then((bar) => bar.getAttribute('data-export-progress')));
  };

  it('moves its bar by itself, and then offers the file', async () => {
    await asSusan(async (page) => {
      const id = await begin(page);
      await shoot(page, 'export-running');
      await app.get(Transaction).run(() => app.get(EventBus).raise(new ExportProgressed(susan.id, id, 40, 'running')));
      await page.waitForFunction(() => document.querySelector('progress')?.value === 40);
      expect(await page.textContent('[data-export-percent]')).toBe('40%');

      await app.get(JobRunner).runDue();

      const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-export] a')]);
      expect(download.suggestedFilename()).toBe(`microblog-${id}.zip`);
      await page.reload();
      await shoot(page, 'export-done');
    });
  });

  it('comes again by itself without scripts, until it is done', async () => {
    await asSusan(
      async (page) => {
        const id = await begin(page);
        await page.goto(`${app.url}/exports/${id}`);
        expect(await page.getAttribute('progress', 'value')).toBe('0');

        await app.get(JobRunner).runDue();

        await page.waitForSelector('[data-export] a[download]');
        await shoot(page, 'export-page');
      },
      { javaScriptEnabled: false },
    );
  });
});

it('works below a post without scripts, and comes back to it', async () => {
  const [id] = await made.posted([john, 'one']);
  await asSusan(
    async (page) => {
      await page.goto(`${app.url}/explore`);
      await page.click(`#post-${id} .post-action-like`);
      await page.waitForURL(`${app.url}/explore#post-${id}`);
      expect(await page.getAttribute(`#post-${id} .post-action-like`, 'aria-pressed')).toBe('true');
    },
    { javaScriptEnabled: false },
  );
});
