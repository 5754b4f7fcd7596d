import type { CookieOptions, Response } from 'express';
import { testConfig } from '../../test/support/test-config';
import type { AppRequest } from '../common/app-request';
import { Csrf, csrfFaultOf } from './csrf';

const ORIGIN = 'https://blog.example';
const { http, security } = testConfig({ BASE_URL: `${ORIGIN}/micro` });
const csrf = new Csrf(http, security);

interface Asked {
  readonly sessionId?: string;
  readonly cookies?: object;
  readonly headers?: object;
  readonly body?: unknown;
}

const request = (asked: Asked = {}): AppRequest => ({ cookies: {}, headers: {}, ...asked }) as AppRequest;

/** What a browser gets with a page: the token for its forms, and the cookie. */
function pageFor(asked: Asked = {}): { token: string; cookies: Record<string, string>; options: CookieOptions } {
  const cookies: Record<string, string> = {};
  let options: CookieOptions = {};
  const cookie = (name: string, value: string, given: CookieOptions): void => {
    cookies[name] = value;
    options = given;
  };
  const token = csrf.tokenFor(request(asked), { cookie } as unknown as Response);
  return { token, cookies, options };
}

describe('the token of a form', () => {
  it('is taken from the browser that it was given to', () => {
    const { token, cookies } = pageFor({ sessionId: 'susan' });
    const sent = { sessionId: 'susan', cookies };

    expect(csrf.check(request({ ...sent, body: { csrf_token: token } }))).toBeUndefined();
    expect(csrf.check(request({ ...sent, headers: { 'x-csrf-token': token } }))).toBeUndefined();
    expect(csrf.check(request({ ...sent, body: { csrf_token: token }, headers: { origin: ORIGIN } }))).toBeUndefined();
  });

  it('is taken from somebody who is not signed in, too', () => {
    const { token, cookies } = pageFor();

    expect(csrf.check(request({ cookies, body: { csrf_token: token } }))).toBeUndefined();
  });

  it('stays the same from page to page, so that an older tab may still send its form', () => {
    const first = pageFor({ sessionId: 'susan' });
    const second = pageFor({ sessionId: 'susan', cookies: first.cookies });

    expect(second.token).toBe(first.token);
  });

  it('is taken from each of the tabs that opened at once, though the browser keeps one cookie', () => {
    const [first, second] = [pageFor({ sessionId: 'susan' }), pageFor({ sessionId: 'susan' })];

    for (const { token } of [first, second]) {
      const sent = { sessionId: 'susan', cookies: { ...second.cookies }, body: { csrf_token: token } };
      expect(csrf.check(request(sent))).toBeUndefined();
    }
  });

  it('is another one for each session: who signs in gets a new one', () => {
    const before = pageFor();
    const after = pageFor({ sessionId: 'susan', cookies: before.cookies });

    expect(after.token).not.toBe(before.token);
    expect(csrf.check(request({ sessionId: 'susan', cookies: before.cookies, body: { csrf_token: before.token } }))).toEqual({
      key: 'errors.csrf.invalid',
    });
  });

  it('has a cookie that scripts cannot read and other sites cannot send', () => {
    expect(pageFor().options).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: true, path: '/micro' });
  });

  it.each([
    ['no body', undefined],
    ['null', null],
    ['an empty form', {}],
    ['an empty token', { csrf_token: '' }],
    ['two tokens', { csrf_token: ['a', 'b'] }],
    ['text', 'csrf_token'],
  ])('is missing from %s', (_, body) => {
    const { cookies } = pageFor();

    expect(csrf.check(request({ cookies, body }))).toEqual({ key: 'errors.csrf.missing' });
  });

  it.each([
    ['made up', 'x'],
    ['cut short', undefined],
  ])('is refused when it is %s', (_, madeUp) => {
    const { token, cookies } = pageFor();
    const body = { csrf_token: madeUp ?? token.slice(0, -1) };

    expect(csrf.check(request({ cookies, body }))).toEqual({ key: 'errors.csrf.invalid' });
  });

  it('needs its cookie for as long as nobody is signed in', () => {
    expect(csrf.check(request({ body: { csrf_token: pageFor().token } }))).toEqual({ key: 'errors.csrf.invalid' });
  });

  it('is refused when it was given to somebody else, whatever cookie comes with it', () => {
    const susan = pageFor({ sessionId: 'susan' });
    const mallory = pageFor({ sessionId: 'mallory' });
    const body = { csrf_token: mallory.token };

    expect(csrf.check(request({ sessionId: 'susan', body }))).toEqual({ key: 'errors.csrf.invalid' });
    expect(csrf.check(request({ sessionId: 'susan', cookies: susan.cookies, body }))).toEqual({ key: 'errors.csrf.invalid' });
    // A cookie that another site of the same host planted, with the token that goes with it.
    expect(csrf.check(request({ sessionId: 'susan', cookies: mallory.cookies, body }))).toEqual({ key: 'errors.csrf.invalid' });
  });

  it.each(['https://evil.example', 'http://blog.example', 'https://blog.example:8443', 'null', `${ORIGIN}/micro`, ''])(
    'is worthless from the origin %j',
    (origin) => {
      const { token, cookies } = pageFor();
      const headers = { origin, host: 'blog.example:443' };

      expect(csrf.check(request({ cookies, body: { csrf_token: token }, headers }))).toEqual({
        key: 'errors.csrf.origin',
      });
    },
  );

  it('is taken from the address that was typed, though another one is configured', () => {
    const { token, cookies } = pageFor();
    const sent = (origin: string, host: string) => request({ cookies, body: { csrf_token: token }, headers: { origin, host } });
    const inTheClear = new Csrf(testConfig({ BASE_URL: 'http://127.0.0.1:3000' }).http, security);

    expect(inTheClear.check(sent('http://localhost:3000', 'localhost:3000'))).toBeUndefined();
    expect(inTheClear.check(sent('http://localhost:3000', 'localhost:4000'))).toEqual({ key: 'errors.csrf.origin' });
    expect(csrf.check(sent('https://localhost:3000', 'localhost:3000'))).toBeUndefined();
    expect(csrf.check(sent('http://blog.example', 'blog.example'))).toEqual({ key: 'errors.csrf.origin' });
  });
});

describe('the fault of a request', () => {
  it('is remembered with the request, and only when there is one', () => {
    const { token, cookies } = pageFor();
    const refused = request();
    const right = request({ cookies, body: { csrf_token: token } });
    csrf.check(refused);
    csrf.check(right);

    expect(csrfFaultOf(refused)).toEqual({ key: 'errors.csrf.missing' });
    expect(csrfFaultOf(right)).toBeUndefined();
    expect(csrfFaultOf(request())).toBeUndefined();
  });
});
