import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CountersService } from '../../../src/commands/counters/counters.service';
import type { Viewer } from '../../../src/common/viewer';
import { PostsService } from '../../../src/posts/posts.service';
import { ReactionsService } from '../../../src/posts/reactions/reactions.service';
import { type Factories, factories, type Person } from '../../factories/factories';
import { Operator } from './operator';

describe('microblog counters rebuild', () => {
  let operator: Operator;
  let program: INestApplicationContext;
  let make: Factories;
  let everybody: Record<'susan' | 'john' | 'mary', Person>;

  beforeEach(async () => {
    operator = await Operator.withTables();
    program = await operator.program();
    make = factories(program);
    everybody = await make.people('susan', 'john', 'mary');
    const { susan, john } = everybody;
    await make.follow(susan, john);
    await make.posted([john, 'one'], [john, 'two'], [susan, 'three']);
  });
  afterEach(async () => {
    await program.close();
    await operator.leave();
  });

  const counts = () =>
    program.get(DataSource).query('SELECT username, posts_count, followers_count, following_count FROM `user` ORDER BY id');

  it('finds nothing wrong when nothing is', async () => {
    expect(await operator.types(['counters', 'rebuild'])).toEqual({
      code: 0,
      out: 'Nothing was wrong with 3 accounts and 3 posts.\n',
      err: '',
    });
  });

  it('counts what is there and tells what was wrong', async () => {
    const right = await counts();
    await program.get(DataSource).query('UPDATE `user` SET posts_count = 7, followers_count = 0 WHERE username <> ?', ['mary']);

    expect(await operator.asks(['counters', 'rebuild'])).toEqual({
      checked: 3,
      checkedPosts: 3,
      corrections: [
        { username: 'susan', counter: 'posts', was: 7, is: 1 },
        { username: 'john', counter: 'posts', was: 7, is: 2 },
        { username: 'john', counter: 'followers', was: 0, is: 1 },
      ],
    });
    expect(await counts()).toEqual(right);
  });

  it('counts what became of posts as well', async () => {
    const { john } = everybody;
    const [id = 0, other = 0] = await make.posted([john, 'four'], [john, 'five']);
    await program.get(ReactionsService).like(id, { id: john.id } as Viewer);
    await program.get(ReactionsService).repost(id, { id: john.id } as Viewer);
    await program.get(PostsService).publish(john.id, { body: 'six', inReplyTo: id });
    const kept = () =>
      program
        .get(DataSource)
        .query('SELECT replies_count, likes_count, reposts_count FROM post WHERE id IN (?, ?) ORDER BY id', [id, other]);
    const right = await kept();
    await program.get(DataSource).query('UPDATE post SET likes_count = 9, reposts_count = 0 WHERE id IN (?, ?)', [id, other]);

    const { corrections } = await operator.asks<{ corrections: unknown }>(['counters', 'rebuild']);

    expect(corrections).toEqual([
      { post: id, counter: 'likes', was: 9, is: 1 },
      { post: id, counter: 'reposts', was: 0, is: 1 },
      { post: other, counter: 'likes', was: 9, is: 0 },
    ]);
    expect(await kept()).toEqual(right);
  });

  it('shows what was wrong as a table', async () => {
    await program.get(DataSource).query('UPDATE `user` SET following_count = 12 WHERE username = ?', ['mary']);

    const { code, out } = await operator.types(['counters', 'rebuild']);

    expect({ code, out }).toEqual({ code: 0, out: 'of    counter    was  is\nmary  following   12   0\n' });
  });

  it('stays right while people write and follow', async () => {
    const { susan, john, mary } = everybody;
    await program.get(DataSource).query('UPDATE `user` SET posts_count = 7, following_count = 7');

    await Promise.all([
      program.get(CountersService).rebuild(),
      ...Array.from({ length: 20 }, (_, i) => make.posted([susan, `post ${i}`], [john, `post ${i}`])),
      make.follow(mary, susan, john),
    ]);

    expect(await operator.asks(['counters', 'rebuild'])).toMatchObject({ checked: 3, corrections: [] });
  });

  it('reaches everybody when there are many', async () => {
    await operator.types(['seed', '--force', '--users', '1100', '--posts', '2000', '--follows', '3000']);
    const right = await counts();
    await program.get(DataSource).query('UPDATE `user` SET posts_count = -1');

    expect(await operator.asks(['counters', 'rebuild'])).toMatchObject({ checked: 1103 });

    expect(await counts()).toEqual(right);
  });
});
