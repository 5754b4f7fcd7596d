import { JwtService } from '@nestjs/jwt';
import { Clock } from '../../../src/common/clock';
import { ApiTokensService } from '../../../src/auth/api-tokens.service';
import { CredentialsService } from '../../../src/auth/credentials.service';
import { SessionsService } from '../../../src/auth/sessions.service';
import { UsersService } from '../../../src/users/users.service';
import type { Person } from '../../factories/factories';
import { codeAt } from '../../support/authenticator';
import type { BrowserSession } from '../../support/browser-session';
import { errorsOf, flashOf, textOf, textsOf } from './page';
import { DAY, MINUTE, useSite } from '../../support/site';

const site = useSite();
const LOGIN = '/auth/login';
const STEP = '/auth/second_step';
const SECURITY = '/settings/security';

const isSignedIn = async (browser: BrowserSession): Promise<boolean> => (await browser.get('/explore')).status === 200;

const HALF_MINUTE_MS = 30_000;

/** The code of an app, now or so many windows of half a minute later. */
function codeOf(secret: string, windows = 0): string {
  return codeAt(new Date(site.app.get(Clock).now().getTime() + windows * HALF_MINUTE_MS), secret);
}

/** Turns the second step on by way of the pages. */
async function withSecondStep(username = 'susan') {
  const person = (await site.people(username))[username]!;
  const browser = await site.signedIn(person);
  await browser.submit(`${SECURITY}/turn_on`, `${SECURITY}/turn_on`, { current_password: person.password });
  const secret = textOf(await browser.get(`${SECURITY}/setup`), '.secret').replaceAll(' ', '');
  const done = await browser.submit(`${SECURITY}/setup`, `${SECURITY}/setup`, { code: codeOf(secret) });
  // The code of this very window counted just now.
  site.later(MINUTE);
  return { person, browser, secret, codes: textsOf(done, '.codes li'), done };
}

const password = ({ username, password: word }: Person, browser = site.browser(), path = LOGIN) =>
  browser.submit(path, 'main form', { username, password: word });

const step = (browser: BrowserSession, code: string, trusts = false) =>
  browser.submit(STEP, 'main form', { code, trust_device: trusts });

describe('a second step', () => {
  it('is turned on with the password and a code of the app, which is shown a picture and a key', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const on = `${SECURITY}/turn_on`;
    expect(errorsOf(await browser.submit(on, on, { current_password: 'wrong' }))).toEqual({
      current_password: 'This is not your current password.',
    });
    expect((await browser.submit(on, on, { current_password: susan.password })).location).toBe(`${SECURITY}/setup`);

    const setup = await browser.get(`${SECURITY}/setup`);
    expect(setup.headers['cache-control']).toBe('no-store');
    expect(setup.$('.qr-code').attr('src')).toMatch(/^data:image\/svg\+xml;base64,/);
    const secret = textOf(setup, '.secret').replaceAll(' ', '');
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const [row] = await site.rows<{ secret: string }>('SELECT secret FROM second_step');
    expect(Buffer.from(row!.secret, 'base64url').toString('latin1')).not.toContain(secret);

    const wrong = await browser.submit(`${SECURITY}/setup`, `${SECURITY}/setup`, { code: '000000' });
    expect([wrong.status, errorsOf(wrong)]).toEqual([422, { code: 'This code is wrong, or was used already.' }]);
    // Begun and not ended it asks for nothing.
    expect((await password(susan)).location).toBe('/');

    const done = await browser.submit(`${SECURITY}/setup`, `${SECURITY}/setup`, { code: codeOf(secret) });
    expect(done.headers['cache-control']).toBe('no-store');
    expect(new Set(textsOf(done, '.codes li')).size).toBe(10);
    expect((await browser.get(`${SECURITY}/setup`)).location).toBe(SECURITY);
  });

  it('comes after the password, and leads on to where one wanted to go', async () => {
    const { person, secret } = await withSecondStep();
    const browser = site.browser();

    const first = await password(person, browser, `${LOGIN}?next=%2Fexplore%3Fbefore%3D7`);
    expect(first.location).toBe(`${STEP}?next=%2Fexplore%3Fbefore%3D7`);
    expect(await isSignedIn(browser)).toBe(false);
    const second = await browser.submit(first.location!, 'main form', { code: codeOf(secret) });

    expect(second.location).toBe('/explore?before=7');
    expect(await isSignedIn(browser)).toBe(true);
    expect(browser.cookie('second_step')).toBeUndefined();
  });

  it('leads nowhere else', async () => {
    const { person, secret } = await withSecondStep();
    const browser = site.browser();
    await password(person, browser);

    expect((await browser.submit(`${STEP}?next=//evil.example`, 'main form', { code: codeOf(secret) })).location).toBe('/');
  });

  it('is asked for by nobody who has not done the first', async () => {
    for (const answer of [await site.browser().get(STEP), await site.browser().get(`${STEP}?next=%2Fexplore`)]) {
      expect(answer.location).toContain(LOGIN);
    }
  });

  it('takes a code of the last or the next half minute, no older one, and each once', async () => {
    const { person, secret } = await withSecondStep();
    // To the beginning of a half minute: none ends between a look at the app and the answer to it.
    site.later(HALF_MINUTE_MS - (site.app.get(Clock).now().getTime() % HALF_MINUTE_MS));
    const enter = async (code: string): Promise<number> => {
      const browser = site.browser();
      await password(person, browser);
      return (await step(browser, code)).status;
    };

    expect(await enter(codeOf(secret, -3))).toBe(422);
    expect(await enter(codeOf(secret, 3))).toBe(422);
    expect(await enter(codeOf(secret, -1))).toBe(303);
    const code = codeOf(secret);
    expect(await enter(`${code.slice(0, 3)} ${code.slice(3)}`)).toBe(303);
    expect(await enter(code)).toBe(422);
  });

  it('lets one in of two who use one code at once', async () => {
    const { person, secret } = await withSecondStep();
    const browsers = [site.browser(), site.browser(), site.browser()];
    for (const browser of browsers) await password(person, browser);
    const code = codeOf(secret);
    const forms = await Promise.all(browsers.map((browser) => browser.fill(STEP, 'main form', { code })));

    const answers = await Promise.all(forms.map((form, i) => browsers[i]!.send(form)));

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
  });

  it('takes digits of another width, and no other letters for six digits', async () => {
    const { person, secret } = await withSecondStep();
    const browser = site.browser();
    await password(person, browser);

    for (const code of ['éééééé', '12345é', '😀😀😀', '１２３４５']) expect((await step(browser, code)).status).toBe(422);
    const wide = codeOf(secret).replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    expect((await step(browser, wide)).status).toBe(303);
  });

  it('takes a recovery code, once, however it is typed', async () => {
    const { person, codes, browser: settings } = await withSecondStep();
    const [one, other] = [site.browser(), site.browser()];
    await password(person, one);
    await password(person, other);

    expect((await step(one, ` ${codes[3]!.toUpperCase().replaceAll('-', ' ')} `)).status).toBe(303);
    expect((await step(other, codes[3]!)).status).toBe(422);
    expect(textOf(await settings.get(SECURITY))).toContain('9 left');

    const path = `${SECURITY}/codes`;
    const fresh = textsOf(await settings.submit(path, path, { current_password: person.password }), '.codes li');
    expect((await step(other, codes[4]!)).status).toBe(422);
    expect((await step(other, fresh[4]!)).status).toBe(303);
  });

  it('stops guessing after ten codes, which the right password does not begin anew', async () => {
    const { person } = await withSecondStep();
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) {
      const browser = site.browser();
      await password(person, browser);
      statuses.push((await step(browser, '000000')).status);
    }

    expect(statuses).toEqual([...Array<number>(10).fill(422), 429]);
  });

  it('is not asked for again in a browser that is trusted, for 30 days, or until it is forgotten', async () => {
    const { person, secret, browser: settings } = await withSecondStep();
    const browser = site.browser();
    await password(person, browser);
    await step(browser, codeOf(secret), true);
    const signOut = () => browser.submit('/', '/auth/logout');
    await signOut();
    expect((await password(person, browser)).location).toBe('/');
    await signOut();
    // To nobody else's account, and for no other browser.
    expect((await password(person, site.browser())).location).toBe(STEP);

    await settings.submit(SECURITY, 'li form');
    expect((await password(person, browser)).location).toBe(STEP);
    site.later(MINUTE);
    await step(browser, codeOf(secret), true);
    await signOut();
    site.later(31 * DAY);
    expect((await password(person, browser)).location).toBe(STEP);
  });

  it('has no recovery codes while it is off', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const csrf_token = (await browser.get('/')).$('[name=csrf_token]').attr('value') ?? '';

    expect((await browser.get(`${SECURITY}/codes`)).location).toBe(SECURITY);
    const answer = await browser.post(`${SECURITY}/codes`, { csrf_token, current_password: susan.password });
    expect(answer.location).toBe(SECURITY);
    expect(await site.count('recovery_code')).toBe(0);
  });

  it('is turned off with the password', async () => {
    const { person, browser } = await withSecondStep();
    const path = `${SECURITY}/turn_off`;
    expect((await browser.submit(path, path, { current_password: 'wrong' })).status).toBe(422);
    expect((await password(person)).location).toBe(STEP);

    const off = await browser.submit(path, path, { current_password: person.password });

    expect(flashOf(await browser.follow(off))).toBe('The second step is off.');
    expect((await password(person)).location).toBe('/');
    expect(await site.count('recovery_code')).toBe(0);
  });
});

describe('a sign-in of which the first step is done', () => {
  it('ends with the password that was right', async () => {
    const { person } = await withSecondStep();
    const browser = site.browser();
    await password(person, browser);
    expect((await browser.get(STEP)).status).toBe(200);

    await site.app
      .get(CredentialsService)
      .replace(await site.app.get(UsersService).get(person.id), 'another long password', 'en');
    expect((await browser.get(STEP)).location).toContain(LOGIN);
  });

  it('cannot be made of a token of another purpose', async () => {
    const { person } = await withSecondStep();
    const token = site.app.get(JwtService).sign({ sub: String(person.id), remember: false, was: '' }, { audience: 'session' });
    const headers = { cookie: `second_step=${token}`, accept: 'text/html' };

    expect((await site.raw(STEP, { headers })).headers.location).toContain(LOGIN);
  });
});

describe('a program', () => {
  const call = ({ username, password: word }: Person, headers: Record<string, string> = {}) =>
    site.raw('/api/tokens', {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${username}:${word}`).toString('base64')}`, ...headers },
    });

  it('needs a code beside the password, too', async () => {
    const { person, secret } = await withSecondStep();

    const refused = await call(person);
    expect(refused.status).toBe(401);
    expect(refused.headers['www-authenticate']).toContain('Basic');
    expect(JSON.parse(refused.body)).toMatchObject({ detail: expect.stringContaining('X-OTP') });
    expect((await call(person, { 'x-otp': '000000' })).status).toBe(401);
    expect(await site.count('api_token')).toBe(0);

    // The very same one: between two looks at the app half a minute may end.
    const code = codeOf(secret);
    expect((await call(person, { 'x-otp': code })).status).toBe(200);
    expect((await call(person, { 'x-otp': code })).status).toBe(401);
  });

  it('of somebody else does not', async () => {
    await withSecondStep();
    const { john } = await site.people('john');

    expect((await call(john)).status).toBe(200);
  });
});

describe('a token', () => {
  it('does not begin with a password that was changed since it was checked, whether for an hour or with a name', async () => {
    const { susan } = await site.people('susan');
    const verified = await site.app.get(CredentialsService).verify('susan', susan.password, '127.0.0.1');
    await site.app.get(CredentialsService).replace(verified, 'another long password', 'en');
    const tokens = site.app.get(ApiTokensService);

    await expect(tokens.issueTo(verified)).rejects.toThrow('auth.invalidCredentials');
    await expect(tokens.create(verified, { name: 'x', scope: 'write', days: 30 })).rejects.toThrow('auth.invalidCredentials');
    expect(await site.count('api_token')).toBe(0);
  });
});

describe('a session', () => {
  it('does not begin with a password that was changed since it was checked', async () => {
    const { susan } = await site.people('susan');
    const verified = await site.app.get(CredentialsService).verify('susan', susan.password, '127.0.0.1');
    await site.app.get(CredentialsService).replace(verified, 'another long password', 'en');

    const begun = site.app.get(SessionsService).start(verified, { remember: true, userAgent: '' });

    await expect(begun).rejects.toThrow('auth.invalidCredentials');
    expect([await site.count('session'), await site.count('remembered_browser')]).toEqual([0, 0]);
  });
});
