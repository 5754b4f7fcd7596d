import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reader } from '../../test/support/test-config';
import { SecurityConfig } from './security.config';

const read = reader(SecurityConfig);

const faultsOf = (secret: string): string[] => read({ NODE_ENV: 'production', SECRET_KEY: secret }).faults;
const random = (): string => randomBytes(48).toString('base64');

describe('the secret', () => {
  it('is required in production', () => {
    expect(read({ NODE_ENV: 'production' }).faults).toEqual(['SECRET_KEY']);
    expect(read({ NODE_ENV: 'production', SECRET_KEY: '  ' }).faults).toEqual(['SECRET_KEY']);
  });

  it('has 32 bytes or more', () => {
    const secret = 'kq3vT8zN1xWc5yR7bL0pJ2mH6gF4dS9a';

    expect(faultsOf(secret)).toEqual([]);
    expect(faultsOf(secret.slice(1))).toEqual(['SECRET_KEY']);
    expect(faultsOf(`${secret.slice(2)}ñ`)).toEqual([]);
  });

  it.each([random(), randomBytes(32).toString('hex')])('may be random', (secret) => {
    expect(faultsOf(secret)).toEqual([]);
  });

  it.each([
    'you-will-never-guess-you-will-never-guess',
    'change-me-change-me-change-me-0123456789',
    'CHANGEME_kq3vT8zN1xWc5yR7bL0pJ2mH6gF4dS9',
    'this-is-my-secret-key-0123456789-abcdefg',
    'example-kq3vT8zN1xWc5yR7bL0pJ2mH6gF4dS9a',
    'password-kq3vT8zN1xWc5yR7bL0pJ2mH6gF4dS9',
    'replace-this-kq3vT8zN1xWc5yR7bL0pJ2mH6gF',
    'a'.repeat(64),
    '0123456701234567012345670123456701234567',
    '12345678901234567890123456789012',
    'abcdefghijklmnopqrstuvwxyz0123456789',
    'qwertyuiopqwertyuiopqwertyuiopqwertyuiop',
    'correct horse correct horse correct horse',
  ])('is not one out of a book: %s', (secret) => {
    expect(faultsOf(secret)).toEqual(['SECRET_KEY']);
    expect(read({ SECRET_KEY: secret }).faults).toEqual(['SECRET_KEY']);
  });

  it('makes a key a purpose, always the same, and of 32 bytes', () => {
    const secret = random();
    const { config: security } = read({ SECRET_KEY: secret });

    expect(security.bytesFor('csrf')).toHaveLength(32);
    expect(security.bytesFor('csrf')).not.toEqual(security.bytesFor('cookies'));
    expect(security.bytesFor('csrf')).toEqual(read({ SECRET_KEY: secret }).config.bytesFor('csrf'));
    expect(security.bytesFor('csrf')).not.toEqual(read({ SECRET_KEY: random() }).config.bytesFor('csrf'));
    expect(security.keyFor('csrf').export()).toEqual(security.bytesFor('csrf'));
  });
});

describe('the secret of a development machine', () => {
  let folder: string;
  let variables: Record<string, string>;
  const file = (): string => join(folder, 'data', 'secret');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'microblog-config-'));
    variables = { NODE_ENV: 'development', DATA_DIR: join(folder, 'data') };
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once and kept: a restart signs nobody out', () => {
    const first = read(variables);
    const key = first.config.bytesFor('jwt');
    const kept = readFileSync(file(), 'utf8');
    const second = read(variables);

    expect(first.faults).toEqual([]);
    expect(second.config.bytesFor('jwt')).toEqual(key);
    expect(readFileSync(file(), 'utf8')).toBe(kept);
  });

  it('is made when it is needed: whoever only looks leaves nothing behind', () => {
    const { faults } = read(variables);

    expect(faults).toEqual([]);
    expect(() => statSync(join(folder, 'data'))).toThrow('ENOENT');
  });

  it('is one, though two need it at once', () => {
    const [first, second] = [read(variables).config, read(variables).config];

    expect(first.bytesFor('jwt')).toEqual(second.bytesFor('jwt'));
  });

  it('is for its owner alone to read', () => {
    read(variables).config.bytesFor('jwt');

    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
  });

  it('differs from machine to machine', () => {
    const other = { ...variables, DATA_DIR: join(folder, 'other') };

    expect(read(variables).config.bytesFor('jwt')).not.toEqual(read(other).config.bytesFor('jwt'));
  });

  it('gives way to one that is given, and is not made then', () => {
    const secret = random();
    const { config: security } = read({ ...variables, SECRET_KEY: secret });

    expect(security.bytesFor('jwt')).toEqual(read({ SECRET_KEY: secret }).config.bytesFor('jwt'));
    expect(() => statSync(file())).toThrow('ENOENT');
  });

  it('is refused when its file was cut short: all the world could guess it', () => {
    read(variables).config.bytesFor('jwt');
    writeFileSync(file(), '');

    expect(read(variables).faults).toEqual(['SECRET_KEY']);
  });

  it('is not made in production', () => {
    read({ ...variables, NODE_ENV: 'production' });

    expect(() => statSync(file())).toThrow('ENOENT');
  });
});

describe('registration', () => {
  it('is open unless it is closed', () => {
    const SECRET_KEY = random();

    expect(read({ SECRET_KEY }).config.registration).toBe('open');
    expect(read({ SECRET_KEY, REGISTRATION: 'closed' }).config.registration).toBe('closed');
    expect(read({ SECRET_KEY, REGISTRATION: 'no' }).faults).toEqual(['REGISTRATION']);
  });
});
