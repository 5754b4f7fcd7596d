import { Injectable } from '@nestjs/common';
import { type Cursor, type CursorPage, firstPage, toCursorPage } from '../common/page';
import { Database } from '../database/database';
import { Sql, toDate } from '../database/sql';
import type { PersonFacts } from '../users/person.presenter';
import { Post } from './post.entity';

/** A post with its author, as lists read it. */
export interface PostRow {
  readonly id: number;
  readonly body: string;
  readonly language: string;
  readonly createdAt: Date;
  readonly author: PersonFacts;
  /** Its author leaves, and is not to be seen. */
  readonly isHidden: boolean;
}

/** Columns of a post `p` with its author `u`, for {@link toPostRow}: the same in every list of posts. */
export const POST_COLUMNS = 'p.id, p.author_id, p.body, p.language, p.created_at, u.username, u.email, u.deletes_at';

export interface RawPost {
  readonly id: number;
  readonly author_id: number;
  readonly body: string;
  readonly language: string;
  readonly created_at: Date | string;
  readonly username: string;
  readonly email: string;
  readonly deletes_at: Date | string | null;
}

export function toPostRow({ id, author_id, body, language, created_at, username, email, deletes_at }: RawPost): PostRow {
  const author = { id: author_id, username, email };
  return { id, body, language, createdAt: toDate(created_at), author, isHidden: deletes_at !== null };
}

/** A page without what is not to be seen: it may be shorter, but leads on where it would have. */
export const withoutHidden = (page: CursorPage<PostRow>): CursorPage<PostRow> => ({
  ...page,
  items: page.items.filter(({ isHidden }) => !isHidden),
});

/** All SQL of the table `post`. Lists of many people's posts are in `timeline`. */
@Injectable()
export class PostsRepository {
  constructor(
    private readonly sql: Sql,
    private readonly database: Database,
  ) {}

  async find(id: number): Promise<PostRow | null> {
    const [row] = await this.sql.all<RawPost>(
      `SELECT ${POST_COLUMNS} FROM post p JOIN \`user\` u ON u.id = p.author_id WHERE p.id = ?`,
      [id],
    );
    return row && row.deletes_at === null ? toPostRow(row) : null;
  }

  /** What one person said, newest first. */
  async pageOf(author: PersonFacts, cursor: Cursor, limit: number): Promise<CursorPage<PostRow>> {
    const [condition, order] = cursor.after === undefined ? ['id < ?', 'DESC'] : ['id > ?', 'ASC'];
    const rows = await this.sql.all<Omit<RawPost, 'username' | 'email' | 'deletes_at'>>(
      `SELECT id, author_id, body, language, created_at FROM post WHERE author_id = ? AND ${condition} ORDER BY id ${order} LIMIT ?`,
      [author.id, cursor.after ?? cursor.before ?? Number.MAX_SAFE_INTEGER, limit + 1],
    );
    const posts = rows.map((row) => toPostRow({ ...row, username: author.username, email: author.email, deletes_at: null }));
    // Whoever came by a link has posts on both sides; an empty page needs to know the way back.
    const behind = posts.length > 0 || (cursor !== firstPage && (await this.hasAny(author.id)));
    return toCursorPage(posts, limit, cursor, ({ id }) => id, behind);
  }

  async insert(post: Pick<Post, 'authorId' | 'body' | 'language' | 'createdAt'>): Promise<number> {
    // `Repository.insert` would read the row back, for columns to which the database may have given a value.
    const insert = this.posts.createQueryBuilder().insert().values(post).updateEntity(false);
    const { raw } = (await insert.execute()) as { raw: number | { insertId: number } };
    return typeof raw === 'object' ? raw.insertId : raw;
  }

  /** @returns false when somebody else deleted it a moment before */
  async delete(id: number): Promise<boolean> {
    const { affected } = await this.posts.delete({ id });
    return affected === 1;
  }

  /** Deletes the oldest of somebody's posts, so many at most. @returns how many */
  async deleteSomeOf(authorId: number, limit: number): Promise<number> {
    const found = await this.posts.find({ select: { id: true }, where: { authorId }, order: { id: 'ASC' }, take: limit });
    if (found.length > 0) await this.posts.delete(found.map(({ id }) => id));
    return found.length;
  }

  private async hasAny(authorId: number): Promise<boolean> {
    return (await this.sql.all('SELECT 1 FROM post WHERE author_id = ? LIMIT 1', [authorId])).length > 0;
  }

  private get posts() {
    return this.database.manager.getRepository(Post);
  }
}
