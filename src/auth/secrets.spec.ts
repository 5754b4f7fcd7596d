import { hashOf, randomToken, sameHash } from './secrets';

describe('a random token', () => {
  it('has 43 characters that a URL and a cookie take as they are', () => {
    expect(randomToken()).toMatch(/^[\w-]{43}$/);
    expect(randomToken(16)).toMatch(/^[\w-]{22}$/);
  });

  it('is never the same twice', () => {
    const tokens = new Set(Array.from({ length: 1000 }, () => randomToken()));

    expect(tokens.size).toBe(1000);
  });
});

describe('the hash of a secret', () => {
  it('is its SHA-256 in base64url', () => {
    expect(hashOf('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
    expect(hashOf('abd')).not.toBe(hashOf('abc'));
  });

  it('is compared whole', () => {
    const hash = hashOf('abc');

    expect(sameHash(hash, hashOf('abc'))).toBe(true);
    expect(sameHash(hash, hashOf('abd'))).toBe(false);
    expect(sameHash(hash, hash.slice(0, -1))).toBe(false);
    expect(sameHash(hash, '')).toBe(false);
  });
});
