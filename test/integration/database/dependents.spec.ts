import { Dependents } from '../../../src/database/dependents';
import { Notification } from '../../../src/notifications/notification.entity';
import { Post } from '../../../src/posts/post.entity';
import { PostLike } from '../../../src/posts/reactions/post-like.entity';
import { TimelineEntry } from '../../../src/timeline/push/timeline-entry.entity';
import { TimelineList } from '../../../src/timeline/push/timeline-list.entity';
import { User } from '../../../src/users/user.entity';
import { failure, person, type World, Worlds } from './world';

const worlds = new Worlds();
const createdAt = new Date('2026-11-22T18:30:00Z');
let world: World;
let dependents: Dependents;

beforeAll(async () => {
  world = await worlds.create();
  dependents = new Dependents(world.dataSource, world.database, world.transaction);
});
beforeEach(async () => {
  const { manager } = world.database;
  await world.dataSource.getRepository(User).deleteAll();
  await manager.insert(User, [
    { id: 1, ...person('susan') },
    { id: 2, ...person('john') },
  ]);
  await manager.insert(
    Post,
    [1, 2, 3].map((id) => ({ id, authorId: 1, body: 'one', createdAt })),
  );
  await manager.insert(
    PostLike,
    [1, 2, 3].map((postId) => ({ userId: 2, postId, createdAt })),
  );
  await manager.insert(
    Notification,
    [1, 2, 3].map((postId) => ({ userId: 1, kind: 'like' as const, actorId: 2, postId, createdAt })),
  );
  await manager.insert(
    TimelineList,
    [1, 2].map((ownerId) => ({ ownerId, revision: 1, sinceId: 0 })),
  );
  await manager.insert(
    TimelineEntry,
    [1, 2].flatMap((ownerId) => [1, 2, 3].map((postId) => ({ ownerId, postId }))),
  );
});
afterAll(() => worlds.close());

const left = async () => {
  const { manager } = world.database;
  const all = [Post, PostLike, Notification, TimelineList, TimelineEntry];
  return Promise.all(all.map((entity) => manager.count<object>(entity)));
};

describe('what goes with a row', () => {
  it('is deleted before it, also what goes with that, and nothing else', async () => {
    await dependents.deleteOf(User, [2]);
    expect(await left()).toEqual([3, 0, 0, 1, 3]);

    await dependents.deleteOf(Post, [1, 2]);
    expect(await left()).toEqual([3, 0, 0, 1, 3]);
  });

  it('is that of some rows only', async () => {
    await dependents.deleteOf(Post, [1, 2]);
    expect(await left()).toEqual([3, 1, 1, 2, 6]);
    await dependents.deleteOf(Post, []);
    expect(await left()).toEqual([3, 1, 1, 2, 6]);
  });

  it.each([1, 2, 3])('takes as many statements as it needs, none of which deletes more than %d rows of a table', async (most) => {
    const { manager } = world.database;
    await manager.insert(
      Notification,
      Array.from({ length: 40 }, () => ({ userId: 1, kind: 'follow' as const, actorId: 2, postId: 3, createdAt })),
    );
    const deleted: number[] = [];
    const run = jest.spyOn(world.transaction, 'run').mockImplementation(async (work) => {
      const before = await manager.count(Notification);
      const result = await work();
      deleted.push(before - (await manager.count(Notification)));
      return result;
    });

    await dependents.deleteOf(Post, [1, 2, 3], undefined, most);
    run.mockRestore();

    expect(Math.max(...deleted)).toBeLessThanOrEqual(most);
    expect(await left()).toEqual([3, 0, 0, 2, 6]);
  });

  it('stays when the work was stopped', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    expect(await failure(dependents.deleteOf(User, [2], stop.signal))).toMatchObject({ message: 'stopped' });
    expect(await left()).toEqual([3, 3, 3, 2, 6]);
  });
});
