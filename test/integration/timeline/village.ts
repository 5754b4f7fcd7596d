import type { Cursor, CursorPage } from '../../../src/common/page';
import { Follow } from '../../../src/follow/follow.entity';
import { Post } from '../../../src/posts/post.entity';
import type { PostRow } from '../../../src/posts/post-rows.repository';
import { User } from '../../../src/users/user.entity';
import { person, type World } from '../database/world';

/** A post as the tests know it. */
export interface Said {
  readonly id: number;
  readonly authorId: number;
}

/** The people of a test, what they said and whom they follow: in a database, and here to compare with. */
export class Village {
  readonly said: Said[] = [];
  private readonly follows = new Map<number, Set<number>>();

  constructor(private readonly world: World) {}

  /** Their ids, in the order of the names. */
  async people(...usernames: string[]): Promise<number[]> {
    const rows = usernames.map((username) => person(username));
    const { identifiers } = await this.world.database.manager.insert(User, rows);
    return identifiers.map(({ id }) => id as number);
  }

  async follow(followerId: number, ...followedIds: number[]): Promise<void> {
    const known = this.follows.get(followerId) ?? new Set();
    this.follows.set(followerId, known);
    const rows = followedIds
      .filter((id) => !known.has(id))
      .map((followedId) => ({ followerId, followedId, createdAt: new Date() }));
    for (const { followedId } of rows) known.add(followedId);
    const { manager } = this.world.database;
    if (rows.length > 0) await manager.insert(Follow, rows);
    await manager.increment(User, { id: followerId }, 'followingCount', rows.length);
  }

  /** Posts with these ids, or the next free ones. */
  async post(...posts: (Said | number)[]): Promise<void> {
    let last = this.said.at(-1)?.id ?? 0;
    const rows = posts.map((post) => {
      const said = typeof post === 'number' ? { id: last + 1, authorId: post } : post;
      last = said.id;
      this.said.push(said);
      return { ...said, body: `post ${said.id}`, language: 'en', createdAt: new Date(1_000 * (said.id % 1e9)) };
    });
    for (let start = 0; start < rows.length; start += 500) {
      await this.world.database.manager.insert(Post, rows.slice(start, start + 500));
    }
  }

  /** What a page must be, found by looking at every post. */
  pageOf(viewerId: number, cursor: Cursor, limit: number): CursorPage<number> {
    const authors = new Set([viewerId, ...(this.follows.get(viewerId) ?? [])]);
    return pageOf(
      this.said.filter(({ authorId }) => authors.has(authorId)),
      cursor,
      limit,
    );
  }
}

/** A page of these posts, and whether there are others on either side of it. */
export function pageOf(posts: readonly Said[], { before, after }: Cursor, limit: number): CursorPage<number> {
  const ids = posts.map(({ id }) => id).sort((a, b) => b - a);
  const start =
    after === undefined ? ids.filter((id) => id >= (before ?? Infinity)).length : ids.filter((id) => id > after).length - limit;
  const items = ids.slice(Math.max(start, 0), Math.max(start + limit, 0));
  const newest = items[0] ?? (after === undefined ? (before ?? Infinity) - 1 : Infinity);
  const oldest = items.at(-1) ?? (after === undefined ? -Infinity : after + 1);
  return {
    items,
    older: ids.some((id) => id < oldest) ? { before: oldest } : null,
    newer: ids.some((id) => id > newest) ? { after: newest } : null,
  };
}

export const idsOf = ({ items, older, newer }: CursorPage<PostRow>): CursorPage<number> => ({
  items: items.map(({ id }) => id),
  older,
  newer,
});
