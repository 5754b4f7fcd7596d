import { InvalidCredentials } from './auth.errors';
import { readBasicCredentials } from './basic-credentials';

const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64');

describe('the header of the scheme Basic', () => {
  it.each([
    ['susan:secret', { username: 'susan', password: 'secret' }],
    ['susan:a:b:', { username: 'susan', password: 'a:b:' }],
    [':', { username: '', password: '' }],
    ['susan: ñandú 🍣 ', { username: 'susan', password: ' ñandú 🍣 ' }],
    ['\uFEFFsusan:x', { username: '\uFEFFsusan', password: 'x' }],
  ])('holds %j', (text, credentials) => {
    expect(readBasicCredentials(`Basic ${base64(text)}`)).toEqual(credentials);
  });

  it('may be written in any case, and without padding', () => {
    expect(readBasicCredentials('bAsIc c3VzYW46eA')).toEqual({ username: 'susan', password: 'x' });
  });

  it.each([
    ['nothing', undefined],
    ['an empty header', ''],
    ['the scheme alone', 'Basic'],
    ['no colon', `Basic ${base64('susan')}`],
    ['another scheme', `Bearer ${base64('susan:x')}`],
    ['another scheme before', `Digest x, Basic ${base64('susan:x')}`],
    ['more than one value', `Basic ${base64('susan:x')} ${base64('john:x')}`],
    ['letters that Base64 does not have', 'Basic c3VzY*W46eA=='],
    ['the URL-safe alphabet', 'Basic c3VzYW46-_8'],
    ['a letter too many', 'Basic c3VzYW46eHl6A'],
    ['bits that belong to no byte', 'Basic c3VzYW46eB=='],
    ['bytes that are not UTF-8', `Basic ${base64(Buffer.from('susan:caf\u00e9', 'latin1'))}`],
  ])('is no proof with %s', (_, header) => {
    expect(() => readBasicCredentials(header)).toThrow(InvalidCredentials);
  });
});
