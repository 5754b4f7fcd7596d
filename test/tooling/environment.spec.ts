import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig } from '../../src/config/config';

const ROOT = resolve(__dirname, '../..');
const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
const documented = [...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => ({ name, value }));

describe('.env.example', () => {
  it('names every variable that the configuration reads, and no other', () => {
    const config = join(ROOT, 'src/config');
    const sources = readdirSync(config)
      .filter((file) => file.endsWith('.config.ts'))
      .map((file) => readFileSync(join(config, file), 'utf8'));
    const read = sources.flatMap((source) => [...source.matchAll(/environment\.\w+\(\s*'([A-Z_]+)'/g)].map(([, name]) => name));

    expect(documented.map(({ name }) => name).sort()).toEqual([...new Set(read), 'MARIADB_PASSWORD'].sort());
  });

  it('shows the values that hold without it', () => {
    const { BASE_URL, ...shown } = Object.fromEntries(documented.map(({ name, value }) => [name, value]));
    const secret = 'kq3vT8zN1xWc5yR7bL0pJ2mH6gF4dS9a';
    const silent = readConfig({ SECRET_KEY: secret });

    expect(readConfig({ ...shown, SECRET_KEY: secret })).toEqual(silent);
    expect(silent.http.baseUrl).toBe(BASE_URL);
  });

  it('has nothing switched on', () => {
    expect(example.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  });
});
