import { Injectable } from '@nestjs/common';
import { type Cursor, type CursorPage, firstPage, type Seek, seekOf, toCursorPage } from '../common/page';
import { NamedStatement, remembered } from '../database/named-statement';
import { Sql } from '../database/sql';
import { type PostRow, type RawPost, selectPosts, toPostRow, withoutHidden } from '../posts/post-rows.repository';

type RawBookmark = RawPost & { readonly bookmark_id: number };

/** What somebody keeps for later, the last kept first. */
@Injectable()
export class BookmarksQueries {
  constructor(private readonly sql: Sql) {}

  async page(userId: number, cursor: Cursor, limit: number): Promise<CursorPage<PostRow>> {
    const { past, order, from } = seekOf(cursor);
    const page = pageOf(past, order);
    const rows = await this.sql.all<RawBookmark>(page.text, page.values({ viewer: userId, from, size: limit + 1 }));
    // The cursor is the bookmark's id, whatever the post's.
    const kept = rows.map((row) => ({ ...toPostRow(row), bookmarkId: row.bookmark_id }));
    const behind = kept.length > 0 || (cursor !== firstPage && (await this.hasAny(userId)));
    return withoutHidden(toCursorPage(kept, limit, cursor, ({ bookmarkId }) => bookmarkId, behind));
  }

  private async hasAny(userId: number): Promise<boolean> {
    return (await this.sql.all('SELECT 1 FROM bookmark WHERE user_id = ? LIMIT 1', [userId])).length > 0;
  }
}

const pageOf = remembered((past: Seek['past'], order: Seek['order']): NamedStatement => {
  const page = `(SELECT id AS bookmark_id, post_id FROM bookmark WHERE user_id = :viewer AND id ${past} :from ORDER BY id ${order} LIMIT :size)`;
  const posts = selectPosts(`${page} page JOIN post p ON p.id = page.post_id`, ['page.bookmark_id']);
  return new NamedStatement(`${posts} ORDER BY page.bookmark_id ${order}`);
});
