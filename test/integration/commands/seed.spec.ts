import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CredentialsService } from '../../../src/auth/credentials.service';
import { toDate } from '../../../src/database/sql';
import { USERNAME } from '../../../src/users/dto/account-fields.dto';
import { Operator } from './operator';

interface Summary {
  readonly username: string;
  readonly password: string;
}

const SMALL = ['seed', '--users', '40', '--posts', '300', '--follows', '200'];

describe('microblog seed', () => {
  let operator: Operator;
  let program: INestApplicationContext;

  beforeEach(async () => {
    operator = await Operator.withTables();
    program = await operator.program();
  });
  afterEach(async () => {
    await program.close();
    await operator.leave();
  });

  const rows = <T>(sql: string): Promise<T[]> => program.get(DataSource).query(sql);
  const total = async (sql: string): Promise<number> => Number((await rows<{ n: number }>(sql))[0]?.n);

  it('makes as many people, posts and follows as one asks for, and counts them right', async () => {
    expect(await operator.types(SMALL)).toMatchObject({ code: 0, err: '' });

    expect(await total('SELECT COUNT(*) AS n FROM `user`')).toBe(40);
    expect(await total('SELECT COUNT(*) AS n FROM post')).toBe(300);
    expect(await total('SELECT COUNT(*) AS n FROM follow')).toBe(200);
    expect(await total('SELECT COUNT(*) AS n FROM follow WHERE follower_id = followed_id')).toBe(0);
    expect(await operator.asks(['counters', 'rebuild'])).toEqual({ checked: 40, checkedPosts: 300, corrections: [] });
  });

  it('makes what the site itself would let in', async () => {
    await operator.types(SMALL);

    const names = await rows<{ username: string }>('SELECT username FROM `user`');
    expect(names.filter(({ username }) => !USERNAME.test(username))).toEqual([]);
    const posts = await rows<{ body: string; language: string }>('SELECT body, language FROM post');
    expect(posts.filter(({ body }) => [...body].length > 140 || body.trim() !== body || body === '')).toEqual([]);
    expect([...new Set(posts.map(({ language }) => language))].sort()).toEqual(['en', 'es']);
  });

  it('writes posts in the order of time', async () => {
    await operator.types(SMALL);

    const times = (await rows<{ at: Date | string }>('SELECT created_at AS at FROM post ORDER BY id')).map(({ at }) =>
      toDate(at).getTime(),
    );
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(Date.now());
    const [joined] = await rows<{ at: Date | string }>('SELECT MAX(created_at) AS at FROM `user`');
    expect(toDate(joined?.at ?? '').getTime()).toBeLessThan(times[0] ?? 0);
  });

  it('makes some people far more popular than others', async () => {
    await operator.types(SMALL);

    const posts = await rows<{ n: number }>('SELECT posts_count AS n FROM `user` ORDER BY posts_count DESC');
    expect(posts[0]?.n).toBeGreaterThan(10 * (posts.at(-1)?.n ?? 0));
  });

  it('makes the same for the same seed', async () => {
    const other = await Operator.withTables();
    const otherProgram = await other.program();
    const story = (of: INestApplicationContext) =>
      Promise.all(
        [
          'SELECT id, username, about_me, posts_count, followers_count FROM `user` ORDER BY id',
          'SELECT author_id, body FROM post ORDER BY id',
        ].map((sql) => of.get(DataSource).query<unknown[]>(sql)),
      );

    await operator.types([...SMALL, '--seed', '7']);
    await other.types([...SMALL, '--seed', '7']);
    const [first, second] = await Promise.all([story(program), story(otherProgram)]);
    await otherProgram.close();
    await other.leave();

    expect(second).toEqual(first);
  });

  it('tells how to sign in, with a password of its own making', async () => {
    const { username, password } = await operator.asks<Summary>(SMALL);

    expect(password).toMatch(/^[\w-]{20}$/);
    await expect(program.get(CredentialsService).verify(username, password, '127.0.0.1')).resolves.toMatchObject({ username });
    const mostFollowing = await rows<{ username: string }>(
      'SELECT username FROM `user` ORDER BY following_count DESC, id LIMIT 1',
    );
    expect(mostFollowing).toEqual([{ username }]);
  });

  it('takes a password that is good enough', async () => {
    expect(await operator.types([...SMALL, '--password', 'short'])).toMatchObject({
      code: 1,
      err: 'error: password: Field must be between 8 and 256 characters long.\n',
    });
    expect(await total('SELECT COUNT(*) AS n FROM `user`')).toBe(0);

    expect((await operator.types([...SMALL, '--password', 'correct horse'])).out).toContain('with the password correct horse\n');
  });

  it('leaves a site alone that has people, unless it is forced; then it comes after them', async () => {
    await operator.types([...SMALL, '--seed', '7']);

    expect(await operator.types(SMALL)).toEqual({
      code: 1,
      out: '',
      err: 'error: There are people in this database. Use --force to put more beside them.\n',
    });
    // The same names again: they have to give way to those who have them.
    expect(await operator.types([...SMALL, '--seed', '7', '--force'])).toMatchObject({ code: 0 });

    expect(await total('SELECT COUNT(*) AS n FROM `user`')).toBe(80);
    const times = (await rows<{ at: Date | string }>('SELECT created_at AS at FROM post ORDER BY id')).map(({ at }) =>
      toDate(at).getTime(),
    );
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('can let everybody follow everybody', async () => {
    expect(await operator.types(['seed', '--users', '12', '--posts', '0', '--follows', '132'])).toMatchObject({ code: 0 });

    expect(await total('SELECT COUNT(*) AS n FROM `user` WHERE following_count = 11 AND followers_count = 11')).toBe(12);
  });
});
