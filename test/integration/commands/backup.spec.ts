import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { BackupService } from '../../../src/commands/backup/backup.service';
import type { Manifest } from '../../../src/commands/backup/manifest';
import { PostsService } from '../../../src/posts/posts.service';
import { factories } from '../../factories/factories';
import { changeBackup } from '../../support/changed-backup';
import { unzip } from '../../support/zip';
import { Operator } from './operator';
import { fillEveryTable, isKept } from './whole-site';

let folder: string;
let operator: Operator;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'microblog-backup-'));
  operator = await Operator.withTables();
  const program = await operator.program();
  await fillEveryTable(program);
  await program.close();
});
afterAll(async () => {
  await operator.leave();
  await rm(folder, { recursive: true });
});

let count = 0;
const newPath = (): string => join(folder, `${++count}.zip`);

async function backUp(): Promise<string> {
  const path = newPath();
  expect(await operator.types(['backup', path])).toMatchObject({ code: 0, err: '' });
  return path;
}

const manifestOf = async (path: string): Promise<Manifest> =>
  JSON.parse((await unzip(await readFile(path)))['manifest.json'] ?? '') as Manifest;

describe('microblog backup', () => {
  it('has every table but the derived ones, and says what it wrote', async () => {
    const path = newPath();

    const facts = await operator.asks<{ rows: Record<string, number> }>(['backup', path]);

    const program = await operator.program();
    const tables = program.get(DataSource).entityMetadatas.map(({ tableName }) => tableName);
    await program.close();
    const kept = tables.filter((tableName) => isKept({ tableName }));
    expect(facts.rows).toEqual(Object.fromEntries(kept.map((name) => [name, 2])));
    expect(facts).toMatchObject({ file: path, bytes: (await stat(path)).size, hasSecret: false, files: 0 });
  });

  it('is for nobody else to read', async () => {
    const { mode } = await stat(await backUp());

    expect(mode & 0o777).toBe(0o600);
  });

  it('replaces no file unless told to', async () => {
    const path = newPath();
    await writeFile(path, 'mine');

    expect(await operator.types(['backup', path])).toMatchObject({
      code: 1,
      err: `error: ${path} exists already. Use --force to replace it.\n`,
    });
    expect(await readFile(path, 'utf8')).toBe('mine');
    expect(await operator.types(['backup', path, '--force'])).toMatchObject({ code: 0 });
    expect(await operator.types(['backup', 'verify', path])).toMatchObject({ code: 0 });
  });

  it('leaves nothing behind where it cannot write, or is stopped', async () => {
    const place = join(folder, 'place');
    await mkdir(place);
    const program = await operator.program();

    const { code, err } = await operator.types(['backup', join(place, 'missing', 'site.zip')]);
    const stopped = program.get(BackupService).write(join(place, 'site.zip'), false, AbortSignal.abort());

    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^error: No backup was written: ENOENT.*\n$/) });
    await expect(stopped).rejects.toThrow('Interrupted: no backup was written.');
    expect(await readdir(place)).toEqual([]);
    await program.close();
  });

  it('is asked for a file', async () => {
    expect(await operator.types(['backup'])).toMatchObject({ code: 2 });
    expect(await operator.types(['backup', 'a', 'b'])).toMatchObject({ code: 2 });
    expect(await operator.types(['restore'])).toMatchObject({ code: 2 });
    expect(await operator.types(['backup', '--help'])).toMatchObject({ code: 0, out: expect.stringContaining('verify') });
    expect(await operator.types(['restore', '--help'])).toMatchObject({ code: 0 });
  });

  it('shows one moment, while people go on writing', async () => {
    const site = await Operator.withTables();
    const program = await site.program();
    const { susan, john } = await factories(program).people('susan', 'john');
    // So many that the backup takes a while.
    await factories(program).posted(...Array.from({ length: 200 }, () => [susan, 'before'] as const));
    let [isOver, written] = [false, 0];
    const write = async (): Promise<void> => {
      while (!isOver) {
        await program.get(PostsService).publish(john.id, { body: 'meanwhile' });
        written++;
        // On SQLite all of it was one turn of the event loop.
        await others();
      }
    };
    const path = newPath();
    const writing = write();

    const { code } = await site.types(['backup', path]);
    const during = written;
    isOver = true;
    await writing;
    await program.close();
    await site.leave();

    expect(code).toBe(0);
    expect(during).toBeGreaterThan(0);
    const lines = Object.entries(await unzip(await readFile(path)));
    const rows = (table: string) =>
      (lines.find(([name]) => name === `tables/${table}.ndjson`)?.[1] ?? '')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown[]);
    const { tables } = await manifestOf(path);
    const place = (table: string, column: string) =>
      tables.find(({ name }) => name === table)!.columns.findIndex(({ name }) => name === column);
    // The counter and the post are written in one transaction.
    for (const { id } of [susan, john]) {
      const person = rows('user').find((row) => row[place('user', 'id')] === id);
      const posts = rows('post').filter((row) => row[place('post', 'author_id')] === id);
      expect(person?.[place('user', 'posts_count')]).toBe(posts.length);
    }
  });
});

describe('microblog backup verify', () => {
  let whole: string;
  beforeAll(async () => {
    whole = await backUp();
  });

  /** What it says of a backup, without a database or a configuration. */
  const verify = (path: string, ...args: string[]) =>
    operator.types(['backup', 'verify', path, ...args]).then(({ code, out, err }) => ({ code, out, err }));
  const refused = (text: string) => ({ code: 1, out: '', err: expect.stringContaining(text) as string });

  it('says what is in it', async () => {
    const { code, out } = await verify(whole);

    expect(code).toBe(0);
    expect(out).toMatch(/is whole: 2 people, 2 posts, 54 rows in 27 tables, 0 files\.\n/);
    expect(out).toContain('Keep your SECRET_KEY with it');
    expect(JSON.parse((await verify(whole, '--json')).out)).toMatchObject({ file: whole, rows: { user: 2 }, files: 0 });
  });

  it('needs no database', async () => {
    const elsewhere = await Operator.withoutTables();
    await elsewhere.leave();

    expect(await elsewhere.types(['backup', 'verify', whole])).toMatchObject({ code: 0 });
  });

  it('finds what was cut short', async () => {
    const bytes = await readFile(whole);
    for (const share of [0, 0.1, 0.5, 0.9, 0.999]) {
      const path = newPath();
      await writeFile(path, bytes.subarray(0, Math.floor(bytes.length * share)));
      expect(await verify(path)).toEqual(refused('damaged or cut short'));
    }
  });

  it('finds a byte that was flipped, or it was one that says nothing', async () => {
    const bytes = await readFile(whole);
    const { out } = await verify(whole, '--json');
    const path = newPath();
    let found = 0;
    const places = Array.from({ length: 150 }, (_, n) => Math.floor((n / 150) * bytes.length));
    for (const at of places) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 0x55;
      await writeFile(path, changed);
      const answer = await verify(path, '--json');
      if (answer.code === 0) expect({ ...JSON.parse(answer.out), file: whole }).toEqual(JSON.parse(out));
      else expect(answer.err).toMatch(/^error: [^\n]+\n$/);
      found += answer.code;
    }
    // The rest are dates and marks of the archive itself.
    expect(found).toBeGreaterThan(places.length / 2);
  });

  it.each<[string, string, Parameters<typeof changeBackup>[2]]>([
    ['no backup', 'no backup of a Microblog', ({ manifest }) => Object.assign(manifest, { format: 'zip' })],
    ['a newer format', 'Use a newer Microblog', ({ manifest }) => Object.assign(manifest, { version: 2 })],
    ['a migration of later', 'of a newer Microblog', ({ manifest }) => manifest.migrations.push('AddMoods1900000000000')],
    ['a row too few', 'has 2 rows, and should have 3', ({ manifest }) => manifest.tables[0]!.rows++],
    [
      'a value of another kind',
      'Row 1 of the table user does not fit',
      ({ content }) => spoil(content, 'user', /^\[1,/m, '["one",'),
    ],
    ['NULL where none may be', 'does not fit its columns', ({ content }) => spoil(content, 'user', /^\[1,/m, '[null,')],
    ['a line that is no JSON', 'is no JSON', ({ content }) => spoil(content, 'user', /^\[1,/m, '{1,')],
    ['a line without an end', 'cut short', ({ content }) => spoil(content, 'user', /\n$/, '')],
    ['a row without end', 'longer than any row', ({ content }) => spoil(content, 'user', /^\[1,/m, `["${'x'.repeat(6e6)}`)],
    [
      'a column that nobody has',
      'not those of this program',
      ({ manifest }) => Object.assign(manifest.tables[0]!.columns[0]!, { name: 'x' }),
    ],
    [
      'a name that is SQL',
      'manifest of the backup is damaged',
      ({ manifest }) => Object.assign(manifest.tables[0]!, { name: 'user; --' }),
    ],
    [
      'a table too few',
      'not those of this program',
      ({ manifest, content }) => {
        delete content[`tables/${manifest.tables.shift()?.name}.ndjson`];
      },
    ],
    ['a part that nobody named', 'other parts', ({ content }) => Object.assign(content, { extra: 'x' })],
    [
      'a file that has no place here',
      'none of a Microblog',
      ({ manifest, content }) => {
        manifest.files.push({ name: 'microblog.sqlite', bytes: 0, sha256: '' });
        content['files/microblog.sqlite'] = 'mine';
      },
    ],
  ])('refuses %s', async (_, text, change) => {
    const path = newPath();
    await changeBackup(whole, path, change);

    expect(await verify(path)).toEqual(refused(text));
    expect(await operator.types(['restore', path, '--force'])).toMatchObject(refused(text));
  });

  it('says that there is no such file', async () => {
    expect(await verify(join(folder, 'nothing.zip'))).toEqual(refused('ENOENT'));
    expect(await verify(folder)).toEqual(refused('is no file'));
  });
});

function spoil(content: Record<string, string>, table: string, from: RegExp, to: string): void {
  const path = `tables/${table}.ndjson`;
  content[path] = content[path]!.replace(from, to);
}
