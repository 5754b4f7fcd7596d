import { PasswordsService } from '../../../src/users/passwords.service';
import { UsersRepository } from '../../../src/users/users.repository';
import { PASSWORD } from '../../factories/factories';
import type { BrowserSession, Fields, PageAnswer } from '../../support/browser-session';
import { flashOf, formErrorOf, valuesOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

const LOGIN = '/auth/login';
const WRONG = 'Invalid username or password';

const signIn = (fields: Fields, browser = site.browser(), path = LOGIN): Promise<PageAnswer> =>
  browser.submit(path, 'main form', fields);

const setCookies = ({ headers }: PageAnswer): string[] => [headers['set-cookie'] ?? []].flat();

const isSignedIn = async (browser: BrowserSession): Promise<boolean> => (await browser.get('/explore')).status === 200;

describe('who is not signed in', () => {
  it.each([
    '/',
    '/index',
    '/explore',
    '/user/susan',
    '/user/susan/popup',
    '/user/susan/followers',
    '/user/susan/following',
    '/post/1',
    '/edit_profile',
    '/explore?before=7&x=%26',
  ])('is led from %s to the sign-in page, and told why once', async (path) => {
    const browser = site.browser();

    const answer = await browser.get(path);

    expect(answer.status).toBe(302);
    expect(answer.location).toBe(`/auth/login?next=${encodeURIComponent(path)}`);
    expect(flashOf(await browser.follow(answer))).toBe('Please log in to access this page.');
    expect(flashOf(await browser.get(LOGIN))).toBe('');
  });

  it.each(['/', '/edit_profile', '/post/1/delete', '/follow/susan', '/unfollow/susan'])(
    'changes nothing by sending a form to %s',
    async (path) => {
      const { susan } = await site.people('susan');
      await site.posted([susan, 'stays']);
      const browser = site.browser();
      const token = (await browser.get(LOGIN)).$('[name=csrf_token]').attr('value') ?? '';

      const answer = await browser.post(path, { csrf_token: token, post: 'hello', username: 'john' });

      expect([answer.status, answer.location]).toEqual([302, LOGIN]);
      expect([await site.count('post'), await site.count('follow'), await site.count('user')]).toEqual([1, 0, 1]);
    },
  );

  it('comes to the page that was asked for by signing in', async () => {
    await site.people('susan');
    const browser = site.browser();
    const login = await browser.get('/explore?before=7');

    const answer = await signIn({ username: 'susan', password: PASSWORD }, browser, login.location);

    expect([answer.status, answer.location]).toEqual([303, '/explore?before=7']);
  });
});

describe('signing in', () => {
  it('leads home', async () => {
    await site.people('susan');
    const browser = site.browser();

    const answer = await signIn({ username: 'susan', password: PASSWORD }, browser);

    expect([answer.status, answer.location]).toEqual([303, '/']);
    expect((await browser.follow(answer)).$('h1').text()).toBe('Hi, susan!');
  });

  it('does not mind how the name is spelled, but how the password is', async () => {
    await site.people('susan');

    expect((await signIn({ username: ' SuSaN ', password: PASSWORD })).status).toBe(303);
    expect((await signIn({ username: 'susan', password: PASSWORD.toUpperCase() })).status).toBe(422);
    expect((await signIn({ username: 'susan', password: `${PASSWORD} ` })).status).toBe(422);
  });

  it('answers the same, whether the name or the password is wrong', async () => {
    await site.people('susan');

    const answers = [
      await signIn({ username: 'susan', password: 'wrong' }),
      await signIn({ username: 'nobody', password: PASSWORD }),
    ];

    for (const answer of answers) {
      expect(answer.status).toBe(422);
      expect(formErrorOf(answer)).toBe(WRONG);
      expect(answer.$('.is-invalid')).toHaveLength(0);
      expect(setCookies(answer).filter((cookie) => !cookie.startsWith('csrf='))).toEqual([]);
    }
    const [known, unknown] = answers.map(({ body }) =>
      body.replaceAll(/value="[^"]*"|\b(susan|nobody)\b/g, '').replaceAll(/\?v=\S+/g, ''),
    );
    expect(unknown).toBe(known);
  });

  it('keeps the name and the tick, but not the password', async () => {
    await site.people('susan');

    const answer = await signIn({ username: 'susan', password: 'a wrong one', remember_me: true });

    expect(valuesOf(answer)).toMatchObject({ username: 'susan', password: '' });
    expect(answer.$('[autofocus]').attr('name')).toBe('password');
    expect(answer.$('[name=remember_me]').is('[checked]')).toBe(true);
    expect(answer.body).not.toContain('a wrong one');
  });

  it('takes as long for a name that nobody has: the same work, and then until a moment that does not depend on it', async () => {
    await site.people('susan');
    const hashed = jest.spyOn(site.app.get(PasswordsService), 'matches');
    for (const username of ['susan', 'nobody']) {
      const started = performance.now();
      const { status } = await signIn({ username, password: 'wrong' });
      // A lower bound alone: a busy machine only adds. Timers may be a millisecond early.
      expect({ username, status, isTooSoon: performance.now() - started < 399 }).toEqual({
        username,
        status: 422,
        isTooSoon: false,
      });
    }

    expect(hashed).toHaveBeenCalledTimes(2);
    hashed.mockRestore();
  });

  it('lets nobody into an account without a password', async () => {
    await site.app
      .get(UsersRepository)
      .insert({ username: 'guest', email: 'guest@example.com', passwordHash: null, createdAt: new Date() });

    const answer = await signIn({ username: 'guest', password: 'nobody has this password' });

    expect([answer.status, formErrorOf(answer)]).toEqual([422, WRONG]);
  });

  it('wants both fields', async () => {
    const answer = await signIn({ username: '', password: '' });

    expect(answer.status).toBe(422);
    expect(
      answer
        .$('.invalid-feedback')
        .text()
        .match(/This field is required\./g),
    ).toHaveLength(2);
  });

  it('is not for those who are signed in', async () => {
    const { susan } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);

    expect(await browser.get(LOGIN)).toMatchObject({ status: 303, location: '/' });
    await browser.post(LOGIN, { username: 'john', password: PASSWORD });
    expect((await browser.get('/')).$('h1').text()).toBe('Hi, susan!');
  });

  it('is remembered for a year only by those who want it', async () => {
    await site.people('susan');
    const [briefly, long] = [site.browser(), site.browser()];

    const once = setCookies(await signIn({ username: 'susan', password: PASSWORD }, briefly));
    const always = setCookies(await signIn({ username: 'susan', password: PASSWORD, remember_me: true }, long));

    expect(once).toEqual([expect.stringMatching(/^session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax$/)]);
    expect(always).toContainEqual(expect.stringMatching(/^session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax$/));
    const remember = always.find((cookie) => cookie.startsWith('remember='));
    expect(remember).toMatch(/; HttpOnly; SameSite=Lax$/);
    const expires = Date.parse(/Expires=([^;]+)/.exec(remember ?? '')?.[1] ?? '');
    expect((expires - Date.now()) / 86_400_000).toBeCloseTo(365, 1);
    expect(await isSignedIn(briefly.restarted())).toBe(false);
    expect(await isSignedIn(long.restarted())).toBe(true);
  });
});

describe('where signing in leads', () => {
  const HERE = ['/explore', '/user/john?before=7', '/explore#post-1', '/?next=//evil.example', '/explore/http://evil.example'];
  const ELSEWHERE = [
    'http://evil.example/',
    'HTTPS://evil.example',
    '//evil.example/',
    '////evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    '/%2F/evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%5Cevil.example',
    '/%5cevil.example',
    'https:evil.example',
    'https:/evil.example',
    'https:///evil.example',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,hello',
    '/\t/evil.example',
    '\t//evil.example',
    '/\n/evil.example',
    '/explore\r\nSet-Cookie: session=stolen',
    '//user:password@evil.example',
    '//127.0.0.1@evil.example',
    '\u0000//evil.example',
    '//evil%E3%80%82example',
    '///evil.example',
    '',
  ];

  const destination = async (next: string): Promise<string | undefined> => {
    await site.people('susan');
    const page = `${LOGIN}?next=${encodeURIComponent(next)}`;
    const answer = await signIn({ username: 'susan', password: PASSWORD }, site.browser(), page);
    expect(answer.status).toBe(303);
    return answer.location;
  };

  it.each(HERE)('keeps %j', async (next) => {
    expect(await destination(next)).toBe(next);
  });

  it.each([
    ['explore', '/explore'],
    ['susan@evil.example://x', '/susan@evil.example://x'],
    ['\u00a0//evil.example', '/%C2%A0//evil.example'],
  ])('reads %j, which has no slash before it, as a path of this site', async (next, path) => {
    expect(await destination(next)).toBe(path);
  });

  it.each(ELSEWHERE)('leads home instead of to %j', async (next) => {
    const { $ } = await site.browser().get(`${LOGIN}?next=${encodeURIComponent(next)}`);

    expect(await destination(next)).toBe('/');
    expect($('main form').attr('action')).toBe(LOGIN);
  });

  it('is checked again where the form is sent, not only where it is shown', async () => {
    await site.people('susan');
    const browser = site.browser();
    const form = await browser.fill(LOGIN, LOGIN, { username: 'susan', password: PASSWORD });

    const answer = await browser.send({ ...form, path: `${LOGIN}?next=//evil.example` });

    expect(answer.location).toBe('/');
  });

  it('leads home when it is named twice', async () => {
    await site.people('susan');
    const browser = site.browser();
    const form = await browser.fill(LOGIN, LOGIN, { username: 'susan', password: PASSWORD });

    const answer = await browser.send({ ...form, path: `${LOGIN}?next=/explore&next=//evil.example` });

    expect([answer.status, answer.location]).toEqual([303, '/']);
  });
});
