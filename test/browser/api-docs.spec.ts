import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { startTestApp, type TestApp } from '../support/test-app';

describe('the page about the API', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let hosts: Set<string>;

  beforeAll(async () => {
    app = await startTestApp();
    browser = await launchChromium();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    complaints = [];
    hosts = new Set();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  });
  afterEach(() => page.close());
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('shows an operation whole, obeys the policy of all our pages and asks nobody else', async () => {
    await page.goto(`${app.url}/api/docs`);
    await page.locator('#operations-posts-postsPublish').click();
    await page.getByText('"Good morning!"').first().waitFor();

    expect(await page.title()).toBe('The API - Microblog');
    expect(complaints).toEqual([]);
    expect([...hosts].filter((origin) => origin !== 'null')).toEqual([app.url]);
  });

  it('can call what it shows', async () => {
    await page.goto(`${app.url}/api/docs`);
    const operation = page.locator('#operations-timeline-timelineHome');
    await operation.click();
    await operation.getByRole('button', { name: 'Try it out' }).click();
    await operation.getByRole('button', { name: 'Execute' }).click();

    await operation.getByText('"A valid token is required."').first().waitFor();
  });
});
