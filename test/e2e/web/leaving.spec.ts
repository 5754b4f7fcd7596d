import { AccountDeletionService } from '../../../src/account-deletion/account-deletion.service';
import { ApiTokensService } from '../../../src/auth/api-tokens.service';
import type { Viewer } from '../../../src/common/viewer';
import { Database } from '../../../src/database/database';
import { FollowService } from '../../../src/follow/follow.service';
import { MessagesService } from '../../../src/messages/messages.service';
import { Post } from '../../../src/posts/post.entity';
import { PostsRepository } from '../../../src/posts/posts.repository';
import { ReactionsService } from '../../../src/posts/reactions/reactions.service';
import { RestrictionsService } from '../../../src/restrictions/restrictions.service';
import { TimelineLists } from '../../../src/timeline/push/timeline-lists.service';
import { User } from '../../../src/users/user.entity';
import { UsersRepository } from '../../../src/users/users.repository';
import type { Person } from '../../factories/factories';
import { errorsOf, flashOf, formErrorOf, postsOf, textOf } from './page';
import { DAY, MINUTE, useSite } from '../../support/site';

const site = useSite();
const PAGE = '/settings/account/delete';
const GRACE = 14 * DAY;

async function leave({ password, ...person }: Person) {
  const browser = await site.signedIn({ password, ...person });
  return { browser, answer: await browser.submit(PAGE, PAGE, { current_password: password }) };
}

/** Susan leaves; she follows john, john and mary follow her, and all have written. */
async function susanLeft() {
  const people = await site.people('susan', 'john', 'mary');
  const { susan, john, mary } = people;
  await site.follow(susan, john);
  await site.follow(john, susan, mary);
  await site.follow(mary, susan);
  const ids = await site.posted([susan, 'one'], [john, 'two'], [susan, 'three'], [mary, 'four']);
  const { browser, answer } = await leave(susan);
  return { ...people, ids, browser, answer };
}

const countersOf = async (): Promise<Record<string, number[]>> => {
  const rows = await site.rows<{ username: string; f: number; g: number; p: number }>(
    'SELECT username, followers_count AS f, following_count AS g, posts_count AS p FROM `user`',
  );
  return Object.fromEntries(rows.map(({ username, f, g, p }) => [username, [f, g, p].map(Number)]));
};

/** The tables with rows that the database would delete with somebody or with a post. */
async function hangingOn(owner: typeof User | typeof Post, id: number): Promise<string[]> {
  const { manager } = site.app.get(Database);
  const tables = new Set<string>();
  for (const { tableName, foreignKeys } of manager.dataSource.entityMetadatas) {
    for (const { referencedEntityMetadata, columnNames, onDelete } of foreignKeys) {
      if (referencedEntityMetadata.target !== owner || onDelete !== 'CASCADE') continue;
      const rows = await manager.query<unknown[]>(`SELECT 1 FROM \`${tableName}\` WHERE \`${columnNames[0]}\` = ${id} LIMIT 1`);
      if (rows.length > 0) tables.add(tableName);
    }
  }
  return [...tables].sort();
}

describe('who leaves', () => {
  it('is signed out everywhere, told how to come back, and needs the password for it', async () => {
    const { susan } = await site.people('susan');
    const elsewhere = await site.signedIn(susan, { remember: true });
    const { token } = await site.app.get(ApiTokensService).issue(susan.id);
    const wrong = await (await site.signedIn(susan)).submit(PAGE, PAGE, { current_password: 'wrong' });
    expect([wrong.status, errorsOf(wrong)]).toEqual([422, { current_password: 'This is not your current password.' }]);

    const { browser, answer } = await leave(susan);

    expect(answer.location).toBe('/auth/login');
    expect(flashOf(await browser.follow(answer))).toContain('Your account will be deleted in 14 days.');
    for (const one of [browser, elsewhere, elsewhere.restarted()]) expect((await one.get('/')).status).toBe(302);
    expect((await site.raw('/api/users/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
    await site.workOff();
    const [mail] = await site.mails();
    expect(mail!.subject).toBe('[Microblog] Your account will be deleted');
    expect(mail!.text).toContain('/auth/login');
  });

  it('is seen nowhere meanwhile', async () => {
    const { john, susan, ids } = await susanLeft();
    const browser = await site.signedIn(john);

    for (const path of ['/user/susan', '/user/susan/popup', '/user/susan/followers', `/post/${ids[0]}`]) {
      expect({ path, status: (await browser.get(path)).status }).toEqual({ path, status: 404 });
    }
    expect(postsOf(await browser.get('/'))).toEqual(['four', 'two']);
    expect(postsOf(await browser.get('/explore'))).toEqual(['four', 'two']);
    for (const path of ['/user/john/followers', '/user/john/following', '/user/mary/following']) {
      expect({ path, text: textOf(await browser.get(path)) }).toEqual({ path, text: expect.not.stringContaining('susan') });
    }
    const { token } = await site.app.get(ApiTokensService).issue(john.id);
    const api = async (path: string) => site.raw(path, { headers: { authorization: `Bearer ${token}` } });
    for (const path of [`/api/users/${susan.id}`, `/api/users/${susan.id}/posts`, `/api/posts/${ids[2]}`]) {
      expect({ path, status: (await api(path)).status }).toEqual({ path, status: 404 });
    }
    for (const path of ['/api/users', '/api/users?after=0', '/api/timeline', '/api/posts', `/api/users/${john.id}/followers`]) {
      expect({ path, body: (await api(path)).body }).toEqual({ path, body: expect.not.stringContaining('susan') });
    }
    expect((await browser.submit('/user/mary', '/unfollow/mary')).status).toBe(303);
  });

  it('comes back by signing in, with everything', async () => {
    const { susan, john } = await susanLeft();
    const before = await countersOf();
    site.later(GRACE - MINUTE);
    const browser = site.browser();

    const answer = await browser.submit('/auth/login', 'main form', { username: 'susan', password: susan.password });

    expect(flashOf(await browser.follow(answer))).toBe('Welcome back! Your account stays.');
    site.later(2 * MINUTE);
    await site.workOff();
    expect(await countersOf()).toEqual(before);
    expect(postsOf(await (await site.signedIn(john)).get('/user/susan'))).toEqual(['three', 'one']);
    expect(flashOf(await (await site.signedIn(susan)).get('/'))).toBe('');
  });

  it('may leave again, and then has 14 days again', async () => {
    const { susan } = await site.people('susan');
    await leave(susan);
    site.later(10 * DAY);
    await leave(susan);
    site.later(5 * DAY);
    await site.workOff();
    expect(await site.count('user')).toBe(1);

    site.later(10 * DAY);
    await site.workOff();
    expect(await site.count('user')).toBe(0);
  });
});

describe('after 14 days', () => {
  it('everything of theirs is gone, and the others are counted rightly', async () => {
    const { susan } = await susanLeft();
    site.later(GRACE - MINUTE);
    await site.workOff();
    expect(await site.count('user')).toBe(3);
    site.later(2 * MINUTE);

    await site.workOff();

    expect(await countersOf()).toEqual({ john: [0, 1, 1], mary: [1, 0, 1] });
    expect([await site.count('post'), await site.count('follow'), await site.count('user_settings')]).toEqual([2, 1, 0]);
    await expect(site.signedIn(susan)).rejects.toThrow();
    // The name is free again.
    await site.people('susan');
  });

  it('the last statements take along nothing that may be large', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(mary, susan);
    const [liked = 0] = await site.posted([susan, '#liked']);
    const viewers = [john, susan].map(({ id }) => ({ id }) as Viewer);
    const reactions = site.app.get(ReactionsService);
    await reactions.like(liked, viewers[0]!);
    await reactions.repost(liked, viewers[0]!);
    for (const viewer of viewers) await reactions.bookmark(liked, viewer);
    await site.app.get(TimelineLists).build(susan.id);
    await site.app.get(MessagesService).send(susan.id, mary.id, { body: 'bye' });
    await site.app.get(RestrictionsService).mute(john.id, susan.id);
    const tables = ['bookmark', 'follow', 'live_value', 'message', 'notification', 'post', 'restriction', 'timeline_list'];
    expect(await hangingOn(User, susan.id)).toEqual(expect.arrayContaining(tables));
    expect(await hangingOn(Post, liked)).toEqual(['bookmark', 'notification', 'post', 'post_like', 'post_tag']);
    const seen: string[][] = [];
    const [users, posts] = [site.app.get(UsersRepository), site.app.get(PostsRepository)];
    const [deleteUser, deletePost] = [users.delete.bind(users), posts.delete.bind(posts)];
    const ofUsers = jest.spyOn(users, 'delete').mockImplementation(async (id) => {
      seen.push(await hangingOn(User, id));
      return deleteUser(id);
    });
    const ofPosts = jest.spyOn(posts, 'delete').mockImplementation(async (id) => {
      seen.push(await hangingOn(Post, id));
      return deletePost(id);
    });

    await site.app.get(AccountDeletionService).deleteNow(susan.id);

    for (const spy of [ofUsers, ofPosts]) spy.mockRestore();
    expect(seen).toEqual([[], []]);
  });

  it('nobody comes back, though the job has not run yet', async () => {
    const { susan } = await susanLeft();
    site.later(GRACE + MINUTE);

    const page = await site.browser().submit('/auth/login', 'main form', { username: 'susan', password: susan.password });
    const basic = `Basic ${Buffer.from(`susan:${susan.password}`).toString('base64')}`;
    const call = await site.raw('/api/tokens', { method: 'POST', headers: { authorization: basic } });

    expect([page.status, formErrorOf(page)]).toEqual([422, 'Invalid username or password']);
    expect(call.status).toBe(401);
    await site.workOff();
    expect(await site.count('user')).toBe(2);
  });

  it('goes on where it was interrupted', async () => {
    const { susan } = await susanLeft();
    site.later(GRACE + MINUTE);
    const stop = new AbortController();
    const follows = site.app.get(FollowService);
    const unfollow = follows.unfollow.bind(follows);
    const spy = jest.spyOn(follows, 'unfollow').mockImplementation(async (...pair) => {
      await unfollow(...pair);
      stop.abort();
    });
    const deletions = site.app.get(AccountDeletionService);
    await expect(deletions.carryOut(susan.id, stop.signal)).rejects.toThrow();
    spy.mockRestore();
    expect([await site.count('user'), await site.count('post'), await site.count('follow')]).toEqual([3, 2, 3]);

    await site.workOff();

    expect(await countersOf()).toEqual({ john: [0, 1, 1], mary: [1, 0, 1] });
    await deletions.carryOut(susan.id, new AbortController().signal);
  });
});
