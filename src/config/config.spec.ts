import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { inspectConfig, inspectProcessConfig, processConfig, readConfig } from './config';
import { ConfigError } from './environment';

const SECRET_KEY = 'kq3vT8zN1xWc5yR7bL0pJ2mH6gF4dS9a';

function errorOf(variables: Record<string, string>): ConfigError {
  try {
    readConfig(variables);
  } catch (error) {
    return error as ConfigError;
  }
  throw new Error('The configuration was taken');
}

describe('the configuration', () => {
  it('needs no variable at all but a secret', () => {
    const { app, http, database, log } = readConfig({ SECRET_KEY });

    expect(app.mode).toBe('development');
    expect(http.baseUrl).toBe('http://127.0.0.1:3000');
    expect(database.kind).toBe('sqlite');
    expect(log.level).toBe('info');
  });

  it('tells every fault at once, by name', () => {
    const error = errorOf({
      NODE_ENV: 'production',
      PORT: 'x',
      BASE_URL: 'x',
      TRUST_PROXY: 'true',
      DATABASE_URL: 'x',
      DATABASE_POOL: '0',
      LANGUAGES: 'x',
      POSTS_PER_PAGE: 'x',
      LOG_LEVEL: 'x',
    });

    expect(error).toBeInstanceOf(ConfigError);
    expect(error.faults.map(({ name }) => name).sort()).toEqual([
      'BASE_URL',
      'DATABASE_POOL',
      'DATABASE_URL',
      'LANGUAGES',
      'LOG_LEVEL',
      'PORT',
      'POSTS_PER_PAGE',
      'SECRET_KEY',
      'TRUST_PROXY',
    ]);
    for (const { name } of error.faults) expect(error.message).toContain(`\n  ${name}: `);
  });

  it('never tells a value: it may be a secret', () => {
    const { message } = errorOf({
      NODE_ENV: 'hunter2',
      SECRET_KEY: 'hunter2',
      DATABASE_URL: 'mysql://blog:hunter2@db.example',
      BASE_URL: 'hunter2',
      PORT: 'hunter2',
      TRUST_PROXY: 'hunter2',
      LANGUAGES: 'hunter2',
      AVATARS: 'hunter2',
      REGISTRATION: 'hunter2',
      LOG_FORMAT: 'hunter2',
    });

    expect(message).toContain('DATABASE_URL');
    expect(message).not.toContain('hunter2');
  });
});

describe('the configuration of the process', () => {
  const home = process.cwd();
  const variables = { ...process.env };
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'microblog-env-'));
    process.chdir(folder);
    // Node fills the environment of the process; jest shows the tests a copy of it.
    jest.spyOn(process, 'loadEnvFile').mockImplementation((file) => {
      process.env = { ...parseEnv(readFileSync(String(file), 'utf8')), ...process.env };
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.chdir(home);
    process.env = { ...variables };
    rmSync(folder, { recursive: true });
  });

  it('comes from the environment, and from .env what the environment leaves open', () => {
    writeFileSync('.env', `# mine\nSECRET_KEY=${SECRET_KEY}\nPORT=4000\nHOST="localhost"\n`);
    process.env.PORT = '5000';

    const { http } = processConfig();

    expect(http.port).toBe(5000);
    expect(http.host).toBe('localhost');
  });

  it('needs no .env', () => {
    process.env.SECRET_KEY = SECRET_KEY;
    process.env.PORT = '5000';

    expect(processConfig().http.port).toBe(5000);
  });

  it('can be looked at when .env cannot be read, which is the first of its faults', () => {
    mkdirSync('.env');
    process.env.PORT = 'x';

    const { config, faults } = inspectProcessConfig();

    expect(faults.map(({ name }) => name)).toEqual(['.env', 'PORT']);
    expect(config.http.port).toBe(3000);
  });

  it('can be looked at without making the folder or the secret, and with the secret that is there', () => {
    const empty = inspectConfig({ DATA_DIR: 'data' });
    const files = readdirSync('.');
    const { security } = readConfig({ DATA_DIR: 'data' });
    const found = inspectConfig({ DATA_DIR: 'data' });

    expect(files).toEqual([]);
    expect([...empty.faults, ...found.faults]).toEqual([]);
    expect(found.config.security.bytesFor('test')).toEqual(security.bytesFor('test'));
  });
});
