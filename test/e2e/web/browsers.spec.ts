import { ApiTokensService } from '../../../src/auth/api-tokens.service';
import { Jobs } from '../../../src/jobs/jobs.service';
import { TIDY_AUTH } from '../../../src/auth/tidy-auth.processor';
import type { BrowserSession } from '../../support/browser-session';
import { textsOf } from './page';
import { DAY, HOUR, MINUTE, useSite } from '../../support/site';

const site = useSite({ TRUST_PROXY: '1' });
const PAGE = '/settings/sessions';

const FIREFOX = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' };
const FROM_SPAIN = { 'x-forwarded-for': '88.1.2.3' };

const isSignedIn = async (browser: BrowserSession): Promise<boolean> => (await browser.get('/explore')).status === 200;

async function signedInWithFirefox(username: string, password: string): Promise<BrowserSession> {
  const browser = site.browser();
  const { values } = await browser.fill('/auth/login', 'main form', { username, password, remember_me: true });
  await browser.post('/auth/login', values, FIREFOX);
  await browser.get('/', FROM_SPAIN);
  return browser;
}

describe('the page of sessions', () => {
  it('names the browsers, where they were, and when; this one first', async () => {
    const { susan } = await site.people('susan');
    await signedInWithFirefox('susan', susan.password);
    site.later(2 * HOUR);
    const browser = await site.signedIn(susan);

    const page = await browser.get(PAGE);

    const [current, other] = textsOf(page, '.fact').map((text) => text.replaceAll(/\s+/g, ' '));
    expect(current).toMatch(/^A browser that does not say its name this browser this computer · now$/);
    expect(other).toMatch(/^Firefox on Linux Spain · 2 hours ago · remembered Sign out$/);
    const spanish = await browser.get(PAGE, { 'accept-language': 'es' });
    expect(textsOf(spanish, '.fact')[1]!.replaceAll(/\s+/g, ' ')).toContain('Firefox en Linux España · hace 2 horas · recordado');
  });

  it('ends one, and the browser that is remembered behind it', async () => {
    const { susan } = await site.people('susan');
    const [other, browser] = [await signedInWithFirefox('susan', susan.password), await site.signedIn(susan)];

    const { location } = await browser.submit(PAGE, 'li form');

    expect(location).toBe(PAGE);
    expect([await isSignedIn(browser), await isSignedIn(other), await isSignedIn(other.restarted())]).toEqual([
      true,
      false,
      false,
    ]);
    expect((await browser.get(PAGE)).$('.fact')).toHaveLength(1);
  });

  it('lists a remembered browser that has no session, as one, and ends it', async () => {
    const { susan } = await site.people('susan');
    let other = await site.signedIn(susan, { remember: true });
    for (let i = 0; i < 3; i++) {
      other = other.restarted();
      expect(await isSignedIn(other)).toBe(true);
    }
    site.later(20 * DAY);
    const browser = await site.signedIn(susan);
    expect((await browser.get(PAGE)).$('.fact')).toHaveLength(2);

    await browser.submit(PAGE, 'li form');

    expect(await isSignedIn(other.restarted())).toBe(false);
  });

  it('ends all others at once', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const others = [await site.signedIn(susan), await site.signedIn(susan, { remember: true })];
    const bystander = await site.signedIn(john);
    const browser = await site.signedIn(susan, { remember: true });

    await browser.submit(PAGE, `${PAGE}/end_others`);

    for (const other of [...others, others[1]!.restarted()]) expect(await isSignedIn(other)).toBe(false);
    expect(await isSignedIn(bystander)).toBe(true);
    expect([await isSignedIn(browser), await isSignedIn(browser.restarted())]).toEqual([true, true]);
  });

  it('knows nothing of the sessions of others', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [susans, johns] = [await site.signedIn(susan), await site.signedIn(john)];
    await site.signedIn(susan);
    const { path, values } = await susans.fill(PAGE, 'li form');
    values.set('csrf_token', (await johns.get('/')).$('[name=csrf_token]').attr('value')!);

    expect((await johns.post(path, values)).status).toBe(404);

    expect((await susans.get(PAGE)).$('.fact')).toHaveLength(2);
    expect((await johns.get(PAGE)).$('.fact')).toHaveLength(1);
  });

  it('holds nothing that signs anybody in', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan, { remember: true });
    await site.signedIn(susan);
    const rows = await site.rows<{ id: string }>('SELECT id FROM session UNION SELECT id FROM remembered_browser');
    const { body } = await browser.get(PAGE);

    for (const { id } of rows) expect(body).not.toContain(id);
    expect(body).not.toContain(browser.cookie('session')!);
  });
});

describe('the use of a session', () => {
  it('is written once a minute, however often it is used', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const usedAt = async (): Promise<unknown> =>
      (await site.rows<{ last_used_at: unknown }>('SELECT last_used_at FROM session'))[0]!.last_used_at;
    await browser.get('/');
    const first = await usedAt();
    site.later(MINUTE - 1000);
    await browser.get('/');
    expect(await usedAt()).toEqual(first);
    site.later(2000);
    await browser.get('/');

    expect(await usedAt()).not.toEqual(first);
  });
});

describe('what has expired', () => {
  it('is forgotten, and nothing else', async () => {
    const { susan } = await site.people('susan');
    await site.signedIn(susan, { remember: true });
    await site.app.get(ApiTokensService).issue(susan.id);
    const counts = async () => [
      await site.count('session'),
      await site.count('remembered_browser'),
      await site.count('api_token'),
    ];
    const tidy = async () => {
      await site.app.get(Jobs).ensure(TIDY_AUTH);
      await site.workOff();
      await site.rows('DELETE FROM job');
    };

    await tidy();
    expect(await counts()).toEqual([1, 1, 1]);
    site.later(15 * DAY);
    await tidy();
    expect(await counts()).toEqual([0, 1, 0]);
    site.later(365 * DAY);
    await tidy();
    expect(await counts()).toEqual([0, 0, 0]);
  });
});
