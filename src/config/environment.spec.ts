import { ConfigError, Environment } from './environment';

const faultsOf = (environment: Environment): string[] => environment.faults.map(({ name, problem }) => `${name} ${problem}`);

describe('a variable of the environment', () => {
  it('is taken without blanks around it', () => {
    expect(new Environment({ HOST: ' localhost ' }).text('HOST')).toBe('localhost');
  });

  it.each([undefined, '', '   '])('that is %j is absent', (value) => {
    const environment = new Environment({ X: value });

    expect(environment.text('X')).toBeUndefined();
    expect(environment.text('X', 'usual')).toBe('usual');
    expect(environment.integer('X', { fallback: 3, min: 1, max: 5 })).toBe(3);
    expect(environment.oneOf('X', ['a', 'b'], 'b')).toBe('b');
    expect(environment.list('X', ['a'])).toEqual(['a']);
    expect(environment.url('X', ['http:'])).toBeUndefined();
    expect(environment.faults).toEqual([]);
  });

  it('may be a whole number within limits', () => {
    const read = (X: string): [number, number] => {
      const environment = new Environment({ X });
      return [environment.integer('X', { fallback: 3, min: 1, max: 50 }), environment.faults.length];
    };

    expect(read('1')).toEqual([1, 0]);
    expect(read('50')).toEqual([50, 0]);
    for (const text of ['0', '51', '-5', '5.0', '1e1', '0x5', 'five', '５', '9'.repeat(400)]) expect(read(text)).toEqual([3, 1]);
  });

  it('may be one of a few words, spelled just so', () => {
    const environment = new Environment({ A: 'open', B: 'Open', C: 'toString' });

    expect(environment.oneOf('A', ['open', 'closed'], 'closed')).toBe('open');
    expect(environment.faults).toEqual([]);

    environment.oneOf('B', ['open', 'closed'], 'closed');
    environment.oneOf('C', ['open', 'closed'], 'closed');
    expect(faultsOf(environment)).toEqual(['B must be one of open, closed', 'C must be one of open, closed']);
  });

  it('may be a list', () => {
    expect(new Environment({ X: 'en, es,,' }).list('X', [])).toEqual(['en', 'es']);
  });

  it('may be an address of given kinds', () => {
    const environment = new Environment({ A: 'https://example.com/x', B: 'ftp://example.com', C: 'example.com' });

    expect(environment.url('A', ['http:', 'https:'])?.href).toBe('https://example.com/x');
    expect(environment.url('B', ['http:', 'https:'])).toBeUndefined();
    expect(environment.url('C', ['http:'])).toBeUndefined();
    expect(faultsOf(environment)).toEqual([
      'B must be an address that starts with http:// or https://',
      'C must be an address that starts with http://',
    ]);
  });

  it('may be an address with a password, as far as it can be read', () => {
    const environment = new Environment({ A: 'smtp://me:100%25@a.example', B: 'smtp://me:100%@a.example' });

    expect(environment.url('A', ['smtp:'])?.password).toBe('100%25');
    expect(environment.url('B', ['smtp:'])).toBeUndefined();
    expect(faultsOf(environment)).toEqual(['B has a % that stands for nothing: write %25 for it']);
  });
});

describe('the error that stops the start', () => {
  it('has a line for each fault', () => {
    const error = new ConfigError([
      { name: 'PORT', problem: 'must be a whole number from 0 to 65535' },
      { name: 'SECRET_KEY', problem: 'looks like an example: make a random one' },
    ]);

    expect(error.message.split('\n')).toEqual([
      'The configuration has faults:',
      '  PORT: must be a whole number from 0 to 65535',
      '  SECRET_KEY: looks like an example: make a random one',
    ]);
  });
});
