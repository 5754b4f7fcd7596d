import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Migrator } from '../../../src/database/migrator';
import { migrations } from '../../../src/database/migrations';
import { createContext } from '../../../src/create-context';
import { testConfig } from '../../support/test-config';
import { Operator, runHere } from './operator';

const names = migrations.map(({ name }) => name);

let operator: Operator;

describe('microblog db', () => {
  beforeEach(async () => {
    operator = await Operator.withoutTables();
  });
  afterEach(() => operator.leave());

  it('status shows what waits, on a database without tables too', async () => {
    const { code, out } = await operator.types(['db', 'status']);

    expect(code).toBe(0);
    expect(out.match(/waits/g)).toHaveLength(names.length);
  });

  it('upgrade applies what waits, once', async () => {
    expect(await operator.asks(['db', 'upgrade'])).toEqual({ applied: names });

    expect((await operator.types(['db', 'upgrade'])).out).toBe('Nothing to do: the tables are up to date.\n');
    const status = await operator.asks<{ name: string; appliedAt: string }[]>(['db', 'status']);
    expect(status).toEqual(names.map((name) => ({ name, appliedAt: expect.stringMatching(/^\d{4}-.*Z$/) })));
  });

  it('downgrade takes back the latest, or as many as one says', async () => {
    await operator.types(['db', 'upgrade']);

    expect(await operator.asks(['db', 'downgrade'])).toEqual({ takenBack: names.slice(-1) });
    expect(await operator.asks(['db', 'downgrade', '2'])).toEqual({ takenBack: names.slice(-3, -1).reverse() });
    expect(await operator.asks(['db', 'downgrade', '99'])).toEqual({ takenBack: names.slice(0, -3).reverse() });
    expect((await operator.types(['db', 'downgrade'])).out).toBe('Nothing to do: no migration is applied.\n');
  });

  it('check fails and prints the SQL when a table is not what its entity says', async () => {
    await operator.types(['db', 'upgrade']);
    expect(await operator.types(['db', 'check'])).toMatchObject({ code: 0, out: 'The entities and the tables agree.\n' });

    const program = await operator.program();
    await program.get(DataSource).query(`DROP INDEX uq_user_email_key${onMysql() ? ' ON `user`' : ''}`);
    await program.close();

    const { code, out, err } = await operator.types(['db', 'check']);
    expect(code).toBe(1);
    expect(out).toMatch(/^CREATE UNIQUE INDEX .uq_user_email_key. ON .user. .*;$/m);
    expect(err).toMatch(/^error: The tables differ from the entities by \d statements?\.\n$/);
  });

  it('lets no other command work on old tables', async () => {
    await operator.types(['db', 'status']);

    const { code, err } = await operator.types(['user', 'list']);

    expect({ code, err }).toEqual({ code: 1, err: 'error: The tables are not up to date: run "microblog db upgrade" first.\n' });
    expect((await operator.types(['db', 'status'])).out).toContain('waits');
  });

  it('lets no other command make a database that was not there', async () => {
    const file = join(tmpdir(), `microblog-none-${randomUUID()}`, 'blog.sqlite');
    const mistyped = { DATABASE_URL: `sqlite:${file}` };
    const open = () => createContext(testConfig(mistyped));

    const { code, err } = await runHere(['user', 'list'], open, '', mistyped);

    expect([code, err]).toEqual([1, `error: There is no database ${file} (DATABASE_URL): "microblog db upgrade" makes one.\n`]);
    expect(existsSync(dirname(file))).toBe(false);
  });
});

describe('microblog db migrate', () => {
  const title = 'Add language to posts';
  const migrating = (migrator: Partial<Migrator>) => {
    const app = { get: () => ({ status: async () => [], ...migrator }), close: async () => undefined };
    return runHere(['db', 'migrate', '-m', title], async () => app as unknown as INestApplicationContext);
  };

  it('says where the draft is', async () => {
    const generate = jest.fn(async () => '/site/migrations/1-add-language-to-posts.ts');

    const { code, out } = await migrating({ drift: async () => ['ALTER TABLE post'], generate });

    expect(generate).toHaveBeenCalledWith(title);
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Wrote /site/migrations/1-add-language-to-posts.ts: finish it, then add it to index.ts beside it.\n',
    });
  });

  it('says so when there was nothing to put into it', async () => {
    const { out } = await migrating({ drift: async () => [], generate: async () => 'draft.ts' });

    expect(out).toContain('the draft is empty');
  });
});

const onMysql = (): boolean => process.env.TEST_DATABASE === 'mysql';
