import type { CookieOptions, Request, Response } from 'express';
import { testConfig } from '../../test/support/test-config';
import { success } from './answers';
import { Flashes } from './flashes';

const flashes = new Flashes(testConfig({ BASE_URL: 'https://blog.example/micro' }).http);

type Call = [name: string, value: string, options: CookieOptions];

/** A response that notes which cookies it sets and clears. */
function recorder() {
  const set: Call[] = [];
  const cleared: [string, CookieOptions][] = [];
  const response = {
    cookie: (...call: Call) => set.push(call),
    clearCookie: (name: string, options: CookieOptions) => cleared.push([name, options]),
  } as unknown as Response;
  return { response, set, cleared };
}

const asked = (signedCookies?: object): Request => ({ signedCookies }) as Request;

describe('a message for the next page', () => {
  it('is shown once', () => {
    const { response, set, cleared } = recorder();
    const flash = success('follow.flash.followed', { username: 'john' });
    flashes.leave(response, flash);
    const [[name, value]] = set as [Call];

    expect(flashes.take(asked({ [name]: value }), response)).toEqual([flash]);
    expect(cleared.map(([cookie]) => cookie)).toEqual([name]);
  });

  it('travels signed, for a minute, out of reach of scripts and other sites', () => {
    const { response, set } = recorder();
    flashes.leave(response, success('posts.flash.published'));

    expect(set[0]?.[2]).toMatchObject({
      signed: true,
      maxAge: 60_000,
      httpOnly: true,
      sameSite: 'lax',
      secure: true,
      path: '/micro',
    });
  });

  it('is taken off the browser where it was put: on the same path', () => {
    const { response, cleared } = recorder();
    flashes.take(asked({ flash: '{}' }), response);

    expect(cleared[0]?.[1]).toMatchObject({ path: '/micro', secure: true });
  });

  it('is none where there is none', () => {
    const { response, cleared } = recorder();

    expect(flashes.take(asked({}), response)).toEqual([]);
    expect(flashes.take(asked(), response)).toEqual([]);
    expect(cleared).toEqual([]);
  });

  it('is none when somebody else wrote it: what is not signed by us reads as false', () => {
    const { response, cleared } = recorder();

    expect(flashes.take(asked({ flash: false }), response)).toEqual([]);
    expect(cleared).toHaveLength(1);
  });
});
