import { createHmac } from 'node:crypto';
import { ApiTokensService } from '../../../src/auth/api-tokens.service';
import { BrowsersService } from '../../../src/auth/browsers/browsers.service';
import { CredentialsService } from '../../../src/auth/credentials.service';
import { SessionsRepository } from '../../../src/auth/sessions.repository';
import { SessionsService } from '../../../src/auth/sessions.service';
import { Transaction } from '../../../src/database/transaction';
import { UsersService } from '../../../src/users/users.service';
import type { Person } from '../../factories/factories';
import type { BrowserSession } from '../../support/browser-session';
import { type PageAnswer } from '../../support/browser-session';
import { DAY, MINUTE, useSite } from '../../support/site';
import { until } from '../../support/until';

const site = useSite();

const isSignedIn = async (browser: BrowserSession): Promise<boolean> => (await browser.get('/explore')).status === 200;

const signOut = (browser: BrowserSession): Promise<PageAnswer> => browser.submit('/', '/auth/logout');

const onMysql = (): boolean => process.env.TEST_DATABASE === 'mysql';

/** Something to wait for, until somebody opens it. */
function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open: () => open(), opened };
}

/** Whether a statement on our database takes long: then it waits for the lock of another one. */
const somebodyWaits = async (): Promise<boolean> => {
  const slow = await site.rows(
    "SELECT 1 FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND COMMAND <> 'Sleep' AND ID <> CONNECTION_ID() AND TIME_MS > 50",
  );
  return slow.length > 0;
};

/** What a browser answers that shows this session cookie and nothing else. */
const withCookie = (value: string): Promise<number> =>
  site.raw('/explore', { headers: { accept: 'text/html', cookie: `session=${value}` } }).then(({ status }) => status);

describe('a session', () => {
  it('begins with an id and a CSRF token that were not there before', async () => {
    const { susan } = await site.people('susan');
    const browser = site.browser();
    await browser.get('/auth/login');
    const before = browser.cookie('csrf');
    const first = await site.signedIn(susan);

    await browser.submit('/auth/login', '/auth/login', { username: 'susan', password: susan.password });
    await browser.get('/');

    expect(browser.cookie('csrf')).not.toBe(before);
    expect(browser.cookie('session')).not.toBe(first.cookie('session'));
    expect(await site.count('session')).toBe(2);
  });

  it('knows no address that is none, whatever a proxy passed on', async () => {
    const { susan } = await site.people('susan');
    await site.signedIn(susan);
    const [session] = await site.rows<{ id: string }>('SELECT id FROM session');
    const notedFor = async (ip: string): Promise<unknown> => {
      await site.app.get(SessionsService).touch(session?.id ?? '', ip, null);
      return (await site.rows('SELECT ip FROM session'))[0];
    };

    expect(await notedFor('198.51.100.9:4711')).toEqual({ ip: '198.51.100.9' });
    expect(await notedFor('9'.repeat(300))).toEqual({ ip: '' });
  });

  it('takes no id that somebody planted', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const thief = await site.signedIn(john);
    const planted = thief.copy();
    await signOut(thief);

    await planted.submit('/auth/login', '/auth/login', { username: 'susan', password: susan.password });

    expect(planted.cookie('session')).not.toBe(thief.cookie('session'));
    expect((await planted.get('/')).$('h1').text()).toBe('Hi, susan!');
    expect(await isSignedIn(thief)).toBe(false);
  });

  it('is kept only as a hash', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan, { remember: true });
    const [, payload = ''] = browser.cookie('session')?.split('.') ?? [];
    const { sid } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sid: string };
    const [, secret = ''] = browser.cookie('remember')?.split('.') ?? [];

    const stored = JSON.stringify([
      await site.rows('SELECT * FROM session'),
      await site.rows('SELECT * FROM remembered_browser'),
    ]);

    expect(sid).toHaveLength(43);
    expect(stored).not.toContain(sid);
    expect(secret).toHaveLength(43);
    expect(stored).not.toContain(secret);
  });

  it('ends after two weeks', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    site.later(14 * DAY - MINUTE);
    expect(await isSignedIn(browser)).toBe(true);
    site.later(MINUTE);
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('ends with the password, like everything else that it had opened', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [browser, remembered, bystander] = await Promise.all([
      site.signedIn(susan),
      site.signedIn(susan, { remember: true }),
      site.signedIn(john, { remember: true }),
    ]);
    const { token } = await site.app.get(ApiTokensService).issue(susan.id);

    const user = await site.app.get(UsersService).get(susan.id);
    await site.app.get(CredentialsService).replace(user, 'another long password', 'en');

    for (const session of [browser, remembered, remembered.restarted()]) expect(await isSignedIn(session)).toBe(false);
    expect((await site.raw('/api/users/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
    for (const session of [bystander, bystander.restarted()]) expect(await isSignedIn(session)).toBe(true);
    await expect(site.signedIn(susan)).rejects.toThrow('could not sign in');
    expect(await isSignedIn(await site.signedIn({ ...susan, password: 'another long password' }))).toBe(true);
  });

  it('ends with the account', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    await site.nobody();

    expect(await isSignedIn(browser)).toBe(false);
  });

  it('follows the person, whatever they call themselves', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    await browser.submit('/edit_profile', '/edit_profile', { username: 'susanna' });

    expect((await browser.get('/')).$('h1').text()).toBe('Hi, susanna!');
  });
});

describe('a session cookie', () => {
  const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claimsOf = (cookie: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(cookie.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

  let susan: Person;
  let cookie: string;

  beforeEach(async () => {
    ({ susan } = await site.people('susan'));
    cookie = (await site.signedIn(susan)).cookie('session') ?? '';
  });

  it('opens the site', async () => {
    expect(await withCookie(cookie)).toBe(200);
  });

  it('counts for nothing with another signature, another claim or none', async () => {
    const [header, payload, signature = ''] = cookie.split('.');
    const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    const changed = base64({ ...claimsOf(cookie), exp: 9_999_999_999 });

    for (const forged of [
      `${header}.${payload}.${flipped}`,
      `${header}.${changed}.${signature}`,
      `${header}.${payload}.`,
      `${header}.${payload}`,
      'nonsense',
      '',
      'a.b.c',
      '{}',
      'j:{}',
      '%00',
      'x'.repeat(5000),
    ]) {
      expect([forged, await withCookie(forged)]).toEqual([forged, 302]);
    }
  });

  it.each(['none', 'None', 'NONE', 'nOnE'])('counts for nothing with the algorithm %s', async (alg) => {
    const [, payload, signature] = cookie.split('.');

    expect(await withCookie(`${base64({ alg, typ: 'JWT' })}.${payload}.`)).toBe(302);
    expect(await withCookie(`${base64({ alg, typ: 'JWT' })}.${payload}.${signature}`)).toBe(302);
  });

  it.each([
    ['another key', 'HS256', 'sha256', 'another key'],
    ['no key', 'HS256', 'sha256', ''],
    ['another algorithm', 'HS512', 'sha512', 'another key'],
  ])('counts for nothing when it is signed with %s', async (_, alg, hash, key) => {
    const unsigned = `${base64({ alg, typ: 'JWT' })}.${cookie.split('.')[1]}`;
    const signature = createHmac(hash, key).update(unsigned).digest('base64url');

    expect(await withCookie(`${unsigned}.${signature}`)).toBe(302);
  });

  it('is not to be had for a token of the API, nor the other way round', async () => {
    const { token } = await site.app.get(ApiTokensService).issue(susan.id);

    expect(await withCookie(token)).toBe(302);
    const bearer = await site.raw('/api/users/me', { headers: { authorization: `Bearer ${cookie}` } });
    expect(bearer.status).toBe(401);
  });

  it('counts for nothing in the API', async () => {
    const { status } = await site.raw('/api/users/me', { headers: { cookie: `session=${cookie}` } });

    expect(status).toBe(401);
  });
});

describe('signing out', () => {
  it('asks first when somebody follows a link', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    const page = await browser.get('/auth/logout');

    expect(page.status).toBe(200);
    expect(page.$('main form[method=post][action="/auth/logout"] button').text()).toBe('Sign out');
    expect(await isSignedIn(browser)).toBe(true);
  });

  it('ends the session on the server: a copy of the cookies is dead at once', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan, { remember: true });
    const thief = browser.copy();

    const answer = await signOut(browser);

    expect([answer.status, answer.location]).toEqual([303, '/auth/login']);
    expect([browser.cookie('session'), browser.cookie('remember')]).toEqual([undefined, undefined]);
    expect(await isSignedIn(browser)).toBe(false);
    expect(await isSignedIn(thief)).toBe(false);
    expect([await site.count('session'), await site.count('remembered_browser')]).toEqual([0, 0]);
  });

  it('leaves other browsers alone', async () => {
    const { susan } = await site.people('susan');
    const [here, there] = [await site.signedIn(susan), await site.signedIn(susan, { remember: true })];

    await signOut(here);

    expect(await isSignedIn(there)).toBe(true);
    expect(await isSignedIn(there.restarted())).toBe(true);
  });

  it('needs the proof that it was meant', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    expect((await browser.post('/auth/logout')).status).toBe(403);
    expect(await isSignedIn(browser)).toBe(true);
  });

  it('is nothing for those who are not signed in', async () => {
    const browser = site.browser();
    const token = (await browser.get('/auth/login')).$('[name=csrf_token]').attr('value') ?? '';

    expect(await browser.get('/auth/logout')).toMatchObject({ status: 303, location: '/' });
    expect(await browser.post('/auth/logout', { csrf_token: token })).toMatchObject({ status: 303, location: '/auth/login' });
  });
});

describe('a remembered browser', () => {
  const remembered = async (): Promise<BrowserSession> => {
    const { susan } = await site.people('susan');
    return site.signedIn(susan, { remember: true });
  };

  it('gets a new secret each time it comes back', async () => {
    const browser = (await remembered()).restarted();
    const before = browser.cookie('remember');

    expect(await isSignedIn(browser)).toBe(true);

    expect(browser.cookie('remember')).not.toBe(before);
    expect(browser.cookie('session')).toBeDefined();
    expect(await isSignedIn(browser.restarted())).toBe(true);
  });

  it('may open four tabs at once', async () => {
    const browser = (await remembered()).restarted();
    const tabs = [browser.copy(), browser.copy(), browser.copy(), browser.copy()];

    expect(await Promise.all(tabs.map(isSignedIn))).toEqual([true, true, true, true]);

    // The browser keeps what was answered last; whichever that was, it goes on.
    for (const tab of tabs) expect(await isSignedIn(tab)).toBe(true);
    const renewed = tabs.filter((tab) => tab.cookie('remember') !== browser.cookie('remember'));
    expect(renewed).toHaveLength(1);
    expect(await isSignedIn(renewed[0]?.restarted() as BrowserSession)).toBe(true);
  });

  it('is forgotten when an old secret comes back: one of two is a thief, and nobody knows which', async () => {
    const browser = (await remembered()).restarted();
    const thief = browser.copy();
    await isSignedIn(browser);

    site.later(31_000);

    expect(await isSignedIn(thief)).toBe(false);
    expect(await isSignedIn(browser)).toBe(false);
    expect(await isSignedIn(browser.restarted())).toBe(false);
    expect([await site.count('session'), await site.count('remembered_browser')]).toEqual([0, 0]);
  });

  it('is forgotten when a secret before the last one comes back, however soon', async () => {
    const browser = (await remembered()).restarted();
    const thief = browser.copy();
    await isSignedIn(browser);
    const again = browser.restarted();
    await isSignedIn(again);

    expect(await isSignedIn(thief)).toBe(false);
    expect(await isSignedIn(again)).toBe(false);
  });

  describe.each<[string, (id: number, session: string) => Promise<void>]>([
    ['their password is changed', (id) => site.app.get(CredentialsService).endAll(id)],
    ['they sign out', (_, session) => site.app.get(SessionsService).end(session)],
    ['they end it from elsewhere', (id) => site.app.get(BrowsersService).endOthers(id, 'elsewhere')],
  ])('when %s', (_, end) => {
    const rememberedWith = async () => {
      const { susan } = await site.people('susan');
      const browser = await site.signedIn(susan, { remember: true });
      const [session] = await site.rows<{ id: string }>('SELECT id FROM session');
      return { end: () => end(susan.id, session?.id ?? ''), cookie: browser.cookie('remember') ?? '' };
    };
    const rowsLeft = async () => [await site.count('session'), await site.count('remembered_browser')];

    it('does not come back meanwhile', async () => {
      const browser = await rememberedWith();
      const read = jest.spyOn(site.app.get(SessionsRepository), 'findRemembered');
      const commit = gate();
      const ended = gate();
      const ending = site.app.get(Transaction).run(async () => {
        await browser.end();
        ended.open();
        await commit.opened;
      });
      await ended.opened;

      const resuming = site.app.get(SessionsService).resume(browser.cookie, '');
      // On SQLite it waits for its turn before it reads anything.
      if (onMysql()) await until(() => read.mock.results.length > 0);
      await read.mock.results[0]?.value;
      commit.open();

      await ending;
      expect(await resuming).toBeNull();
      expect(await rowsLeft()).toEqual([0, 0]);
      read.mockRestore();
    });

    it('does not stay when it came back just before', async () => {
      const browser = await rememberedWith();
      const sessions = site.app.get(SessionsRepository);
      const { insert } = SessionsRepository.prototype;
      const goOn = gate();
      const begins = jest.spyOn(sessions, 'insert').mockImplementationOnce(async (session) => {
        await goOn.opened;
        return insert.call(sessions, session);
      });
      const resuming = site.app.get(SessionsService).resume(browser.cookie, '');
      await until(() => begins.mock.calls.length > 0);

      const ending = browser.end();
      if (onMysql()) await until(somebodyWaits);
      goOn.open();

      await Promise.all([resuming, ending]);
      expect(await rowsLeft()).toEqual([0, 0]);
      begins.mockRestore();
    });
  });

  it('is forgotten after a year', async () => {
    const browser = (await remembered()).restarted();

    site.later(365 * DAY);

    expect(await isSignedIn(browser)).toBe(false);
    expect(browser.cookie('remember')).toBeUndefined();
  });

  it.each(['nonsense', '.', 'a.b.c', '', 'j:{"a":1}', '%F0%9F%90%A6'])('means nothing when its cookie is %j', async (value) => {
    const { status, headers } = await site.raw('/explore', { headers: { accept: 'text/html', cookie: `remember=${value}` } });

    expect(status).toBe(302);
    expect(headers.location).toContain('/auth/login');
  });
});

describe('last seen', () => {
  const lastSeen = async (): Promise<Date> => {
    const [row] = await site.rows<{ at: Date | string }>('SELECT last_seen_at AS at FROM `user`');
    return new Date(row?.at instanceof Date ? row.at : `${row?.at.replace(' ', 'T')}Z`);
  };

  it('moves with a visit, at most once a minute', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    await browser.get('/');
    const first = await lastSeen();

    site.later(59_000);
    await browser.get('/explore');
    expect(await lastSeen()).toEqual(first);

    site.later(1_000);
    await browser.get('/explore');
    expect((await lastSeen()).getTime() - first.getTime()).toBeGreaterThanOrEqual(60_000);
  });

  it('stands still when a program calls the API', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    await browser.get('/');
    const first = await lastSeen();
    const { token } = await site.app.get(ApiTokensService).issue(susan.id);

    site.later(10 * MINUTE);
    const { status } = await site.raw('/api/users/me', { headers: { authorization: `Bearer ${token}` } });

    expect(status).toBe(200);
    expect(await lastSeen()).toEqual(first);
  });
});
