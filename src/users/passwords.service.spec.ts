import { PasswordsService } from './passwords.service';

const passwords = new PasswordsService();

describe('the hash of a password', () => {
  it('is Argon2id at the cost that OWASP asks for, with a salt of its own', async () => {
    const [one, two] = await Promise.all([passwords.hash('secret'), passwords.hash('secret')]);

    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(one).not.toContain('secret');
    expect(one.length).toBeLessThanOrEqual(255);
  });
});

describe('a password', () => {
  it('matches its own hash, to the letter', async () => {
    const hash = await passwords.hash('Ñandú 🔑 ');

    expect(await passwords.matches('Ñandú 🔑 ', hash)).toBe(true);
    expect(await passwords.matches('Ñandú 🔑', hash)).toBe(false);
    expect(await passwords.matches('ñandú 🔑 ', hash)).toBe(false);
    expect(await passwords.matches('', hash)).toBe(false);
  });

  it.each([null, undefined, '', 'scrypt:32768:8:1$salt$hash'])('matches no account without a hash of ours: %s', async (hash) => {
    expect(await passwords.matches('', hash)).toBe(false);
    // With this one the time of a comparison is passed.
    expect(await passwords.matches('nobody has this password', hash)).toBe(false);
  });
});
