import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { projectRoot } from '../../src/common/project-root';
import { PASSWORD } from '../factories/factories';

/** For a test that looks at many pages, one after the other: a bound for a busy machine, not what it takes. */
export const CRAWL_MS = 180_000;

/** What a page did that it should not: scripts that failed, policies that were broken, addresses of others. */
export function watch(context: BrowserContext, origin: string): string[] {
  const faults: string[] = [];
  // Before the test itself gives up, so that it says what it waited for.
  context.setDefaultTimeout(20_000);
  context.on('page', (page) => {
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
    page.on('console', (message) => {
      // A page that answers 404 or 422 is told here too; that is the page's affair.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text());
    });
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin) faults.push(`foreign: ${request.url()}`);
    });
  });
  return faults;
}

/** Signs in by way of the form. */
export async function signIn(page: Page, url: string, username: string): Promise<void> {
  await page.goto(`${url}/auth/login`);
  await page.fill('#username', username);
  await page.fill('#password', PASSWORD);
  // A click does not wait for where it leads, and whoever goes elsewhere meanwhile is not signed in.
  await Promise.all([page.waitForURL(({ pathname }) => pathname !== '/auth/login'), page.click('main form button[type=submit]')]);
}

/** A picture of the whole page for a person to look at, under `test-results/screenshots`. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = join(projectRoot(), 'test-results', 'screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

export const isWiderThanTheScreen = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
