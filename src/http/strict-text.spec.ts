import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import { strictBody, strictUrl, textCookies } from './strict-text';

function faultOfUrl(originalUrl: string): unknown {
  const next = jest.fn();
  strictUrl({ originalUrl } as Request, {} as Response, next);
  expect(next).toHaveBeenCalledTimes(1);
  return next.mock.calls[0][0];
}

describe('an address', () => {
  it.each(['/', '/explore?before=7', '/user/%C3%B1', '/search?q=%F0%9F%8D%A3+%25', '/%00'])('may be %s', (url) => {
    expect(faultOfUrl(url)).toBeUndefined();
  });

  it.each([
    ['half a character', '/user/%C3'],
    ['Latin-1', '/search?q=%F1'],
    ['half an emoji', '/%ED%A0%BD'],
    ['an overlong slash', '/%C0%AF'],
    ['a bare percent sign', '/search?q=100%'],
    ['no hexadecimal digits', '/%zz'],
  ])('is not taken with %s', (_, url) => {
    expect(faultOfUrl(url)).toMatchObject({ status: 400 });
  });
});

describe('a body', () => {
  const FORM = 'application/x-www-form-urlencoded';
  const check = (type: string | undefined, body: Buffer | string) => () =>
    strictBody({ headers: { 'content-type': type } } as IncomingMessage, undefined, Buffer.from(body as string));

  it.each([
    [FORM, 'post=Hi+%F0%9F%8D%A3+100%25'],
    [FORM, 'post=ñ'],
    [FORM, ''],
    ['application/json', '{"body":"100% 🍣"}'],
    [undefined, '100%'],
  ])('of type %s may be %s', (type, body) => {
    expect(check(type, body)).not.toThrow();
  });

  it.each([
    ['application/json', Buffer.from('7b2262223a22f1227d', 'hex')],
    [FORM, Buffer.from([0xff, 0xfe])],
    [FORM, 'post=%F1'],
    [`${FORM}; charset=utf-8`, 'post=%ED%A0%BD'],
    ['Application/X-WWW-Form-URLEncoded', 'post=%F1'],
    [FORM, 'post=100%'],
  ])('of type %s is not taken when it is not UTF-8', (type, body) => {
    expect(check(type, body)).toThrow(expect.objectContaining({ status: 400 }));
  });
});

describe('a cookie', () => {
  it('is text: what cookie-parser made an object of is as good as none', () => {
    const cookies = { session: 'abc', csrf: { a: 1 }, locale: ['es'], theme: 'dark' };
    const next = jest.fn();
    textCookies({ cookies } as unknown as Request, {} as Response, next);

    expect(cookies).toEqual({ session: 'abc', theme: 'dark' });
    expect(next.mock.calls).toEqual([[]]);
  });
});
