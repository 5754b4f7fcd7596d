import { Injectable } from '@nestjs/common';
import { type Cursor, type CursorPage, BEYOND_ALL, type Seek, seekOf, toCursorPage } from '../common/page';
import { NamedStatement, remembered } from '../database/named-statement';
import { Sql, type SqlValue } from '../database/sql';
import { entryOf, type PostRow, type RawPost, selectPosts, toPostRow, withoutHidden } from '../posts/post-rows.repository';

/** Whose lists these are, and which. `condition` is of a row `e` whose `id` is that of a post, in its order. */
interface List {
  readonly from: string;
  readonly condition: string;
}

// A repost is nothing new: everybody has seen the original here.
const EVERYTHING: List = { from: 'post e', condition: 'e.repost_of_id IS NULL' };
const TAGGED: List = { from: '(SELECT tag, post_id AS id FROM post_tag) e', condition: 'e.tag = :tag' };

/** What everybody says: all of it, or what is about one thing. */
@Injectable()
export class ExploreQueries {
  constructor(private readonly sql: Sql) {}

  /** One page, newest first, with exact neighbours. */
  page(viewerId: number, cursor: Cursor, limit: number): Promise<CursorPage<PostRow>> {
    return this.read(EVERYTHING, { viewer: viewerId }, cursor, limit);
  }

  /** The same for posts with a tag, in the spelling by which tags are compared. */
  tagged(tag: string, viewerId: number, cursor: Cursor, limit: number): Promise<CursorPage<PostRow>> {
    return this.read(TAGGED, { viewer: viewerId, tag }, cursor, limit);
  }

  private async read(list: List, given: Record<string, SqlValue>, cursor: Cursor, limit: number): Promise<CursorPage<PostRow>> {
    const { past, order, from } = seekOf(cursor);
    const page = pageOf(list.from, list.condition, past, order, limit + 1);
    const rows = await this.sql.all<RawPost>(page.text, page.values({ ...given, from }));
    const behind = from !== BEYOND_ALL && (await this.isAnythingBehind(list, past, { ...given, from }));
    return withoutHidden(toCursorPage(rows.map(toPostRow), limit, cursor, entryOf, behind));
  }

  private async isAnythingBehind(list: List, past: Seek['past'], given: Record<string, SqlValue>): Promise<boolean> {
    const back = behindOf(list.from, list.condition, past);
    return (await this.sql.all(back.text, back.values(given))).length > 0;
  }
}

// Authors are joined to the finished page: joined before, the optimizer would rather start from all users.
const pageOf = remembered(
  (from: string, condition: string, past: Seek['past'], order: Seek['order'], size: number): NamedStatement => {
    const page = `(SELECT e.id FROM ${from} WHERE ${condition} AND e.id ${past} :from ORDER BY e.id ${order} LIMIT ${size})`;
    return new NamedStatement(`${selectPosts(`${page} page JOIN post p ON p.id = page.id`)} ORDER BY p.id ${order}`);
  },
);

const behindOf = remembered(
  (from: string, condition: string, past: Seek['past']): NamedStatement =>
    new NamedStatement(`SELECT e.id FROM ${from} WHERE ${condition} AND e.id ${past === '>' ? '<=' : '>='} :from LIMIT 1`),
);
