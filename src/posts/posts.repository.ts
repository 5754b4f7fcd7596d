import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Cursor, type CursorPage, firstPage, type Seek, seekOf, toAscendingPage, toCursorPage } from '../common/page';
import { Database } from '../database/database';
import { Dependents } from '../database/dependents';
import { NamedStatement, remembered } from '../database/named-statement';
import { Sql } from '../database/sql';
import { Post } from './post.entity';
import { entryOf, isShown, type PostRow, type RawPost, selectPosts, toPostRow, withoutHidden } from './post-rows.repository';
import { PostRevision } from './post-revision.entity';

export type NewPostRow = Pick<Post, 'authorId' | 'body' | 'language' | 'createdAt'> &
  Partial<Pick<Post, 'replyToId' | 'repostOfId'>>;

export type PostCounter = 'repliesCount' | 'likesCount' | 'repostsCount';

/** What a change to a post must know of it. */
export type PostFacts = Pick<
  Post,
  'id' | 'authorId' | 'body' | 'language' | 'createdAt' | 'editedAt' | 'replyToId' | 'repostOfId'
>;

/** So far up a conversation is shown at once. */
const MOST_ANCESTORS = 20;

const one = new NamedStatement(`${selectPosts('post p')} WHERE p.id = :id AND p.repost_of_id IS NULL`);

// Asked once, whatever the page holds: also what they pass on is not for who is kept apart from them.
const MEET = `NOT EXISTS (SELECT 1 FROM restriction q WHERE q.person_id = :viewer AND q.other_id = :author AND q.kind <> 'mute')`;

const ofAuthor = remembered((past: Seek['past'], order: Seek['order'], condition: string): NamedStatement => {
  const page = `(SELECT id FROM post WHERE author_id = :author ${condition} AND id ${past} :from AND ${MEET} ORDER BY id ${order} LIMIT :size)`;
  return new NamedStatement(`${selectPosts(`${page} page JOIN post p ON p.id = page.id`)} ORDER BY p.id ${order}`);
});

const any = new NamedStatement(`SELECT 1 FROM post WHERE author_id = :author AND ${MEET} LIMIT 1`);

const repliesTo = remembered((isEarlier: boolean): NamedStatement => {
  const [past, order] = isEarlier ? ['<', 'DESC'] : ['>', 'ASC'];
  const page = `(SELECT id FROM post WHERE reply_to_id = :post AND id ${past} :from ORDER BY id ${order} LIMIT :size)`;
  return new NamedStatement(`${selectPosts(`${page} page JOIN post p ON p.id = page.id`)} ORDER BY p.id ${order}`);
});

// An answer is younger than what it answers: the order of ids is the order of the conversation.
const ancestorsOf = new NamedStatement(
  `WITH RECURSIVE chain(id, up, depth) AS (
     SELECT id, reply_to_id, 0 FROM post WHERE id = :post
     UNION ALL SELECT p.id, p.reply_to_id, chain.depth + 1 FROM chain JOIN post p ON p.id = chain.up WHERE chain.depth < ${MOST_ANCESTORS})
   ${selectPosts('chain JOIN post p ON p.id = chain.id AND chain.depth > 0')} ORDER BY p.id`,
);

/** All SQL of the tables `post` and `post_revision`. Lists of many people's posts are in `timeline`. */
@Injectable()
export class PostsRepository {
  constructor(
    private readonly sql: Sql,
    private readonly database: Database,
    private readonly dependents: Dependents,
  ) {}

  async find(id: number, viewerId: number): Promise<PostRow | null> {
    const [row] = await this.sql.all<RawPost>(one.text, one.values({ id, viewer: viewerId }));
    return row ? toPostRow(row) : null;
  }

  /** What one person said and passed on, newest first; nothing for who is kept apart from them. */
  async pageOf(authorId: number, viewerId: number, cursor: Cursor, limit: number): Promise<CursorPage<PostRow>> {
    const { past, order, from } = seekOf(cursor);
    const statement = ofAuthor(past, order, '');
    const rows = await this.sql.all<RawPost>(
      statement.text,
      statement.values({ viewer: viewerId, author: authorId, from, size: limit + 1 }),
    );
    // Whoever came by a link has posts on both sides; an empty page needs to know the way back.
    const behind = rows.length > 0 || (cursor !== firstPage && (await this.hasAny(authorId, viewerId)));
    const page = toCursorPage(rows.map(toPostRow), limit, cursor, entryOf, behind);
    // Whoever opens this page wants to see this person, muted or not.
    return { ...page, items: page.items.filter((row) => (row.repostedBy === null ? !row.isHidden : isShown(row))) };
  }

  /** What one person said last, newest first, without what they passed on; nothing for who is kept apart from them. */
  async lastOf(authorId: number, viewerId: number, limit: number): Promise<PostRow[]> {
    const { past, order, from } = seekOf(firstPage);
    const statement = ofAuthor(past, order, 'AND repost_of_id IS NULL');
    const rows = await this.sql.all<RawPost>(
      statement.text,
      statement.values({ viewer: viewerId, author: authorId, from, size: limit }),
    );
    return rows.map(toPostRow).filter(({ isHidden }) => !isHidden);
  }

  /** The answers to a post, in the order in which they came. */
  async replies(postId: number, viewerId: number, cursor: Cursor, limit: number): Promise<CursorPage<PostRow>> {
    const statement = repliesTo(cursor.before !== undefined);
    const from = cursor.before ?? cursor.after ?? 0;
    const rows = await this.sql.all<RawPost>(
      statement.text,
      statement.values({ viewer: viewerId, post: postId, from, size: limit + 1 }),
    );
    return withoutHidden(toAscendingPage(rows.map(toPostRow), limit, cursor, entryOf));
  }

  /** What came before a post in its conversation, oldest first: so much of it as a page shows. */
  async ancestors(postId: number, viewerId: number): Promise<PostRow[]> {
    const rows = await this.sql.all<RawPost>(ancestorsOf.text, ancestorsOf.values({ viewer: viewerId, post: postId }));
    return rows.map(toPostRow).filter(isShown);
  }

  /** A post as it is now; until the end of the transaction nobody else changes it (SQLite locks all). */
  async lock(id: number): Promise<PostFacts | null> {
    const lock = this.sql.dialect === 'mysql' ? { mode: 'pessimistic_write' as const } : undefined;
    return this.posts.findOne({ where: { id, repostOfId: IsNull() }, lock });
  }

  async insert(post: NewPostRow): Promise<number> {
    // `Repository.insert` would read the row back, for columns to which the database may have given a value.
    const insert = this.posts.createQueryBuilder().insert().values(post).updateEntity(false);
    const { raw } = (await insert.execute()) as { raw: number | { insertId: number } };
    return typeof raw === 'object' ? raw.insertId : raw;
  }

  /** Replaces the text, and keeps the one that was. */
  async revise({ id, body, createdAt, editedAt }: PostFacts, next: Pick<Post, 'body' | 'language'>, now: Date): Promise<void> {
    await this.database.manager.getRepository(PostRevision).insert({ postId: id, body, createdAt: editedAt ?? createdAt });
    await this.posts.update({ id }, { ...next, editedAt: now });
  }

  async updateLanguage(id: number, language: string): Promise<void> {
    await this.posts.update({ id }, { language });
  }

  /** What a post said before, the oldest first. */
  revisions(postId: number): Promise<PostRevision[]> {
    return this.database.manager.getRepository(PostRevision).find({ where: { postId }, order: { id: 'ASC' } });
  }

  /** Adds to a counter in one atomic statement: reading it first would lose what another adds meanwhile. */
  async addTo(counter: PostCounter, id: number, amount: 1 | -1): Promise<void> {
    await this.posts.increment({ id }, counter, amount);
  }

  /** Deletes what hangs on some posts, bit by bit, so that each may be deleted in little time. @throws when the signal aborts */
  async clear(ids: readonly number[], signal?: AbortSignal): Promise<void> {
    await this.dependents.deleteOf(Post, ids, signal);
  }

  /** @returns false when somebody else deleted it a moment before */
  async delete(id: number): Promise<boolean> {
    const { affected } = await this.posts.delete({ id });
    return affected === 1;
  }

  /** @returns whether there was one */
  async deleteRepost(authorId: number, repostOfId: number): Promise<boolean> {
    const { affected } = await this.posts.delete({ authorId, repostOfId });
    return affected === 1;
  }

  /** Some of somebody's posts, reposts included, the oldest first. */
  someOf(authorId: number, limit: number): Promise<Pick<Post, 'id' | 'replyToId' | 'repostOfId'>[]> {
    const select = { id: true, replyToId: true, repostOfId: true };
    return this.posts.find({ select, where: { authorId }, order: { id: 'ASC' }, take: limit });
  }

  private async hasAny(author: number, viewer: number): Promise<boolean> {
    return (await this.sql.all(any.text, any.values({ author, viewer }))).length > 0;
  }

  private get posts() {
    return this.database.manager.getRepository(Post);
  }
}
