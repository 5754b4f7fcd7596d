import { Injectable } from '@nestjs/common';
import { type Cursor, type CursorPage, toCursorPage } from '../common/page';
import { Sql } from '../database/sql';
import { POST_COLUMNS, type PostRow, type RawPost, toPostRow, withoutHidden } from '../posts/posts.repository';
import { BEYOND_ALL } from './home-sql.queries';

/** What everybody says. */
@Injectable()
export class ExploreQueries {
  constructor(private readonly sql: Sql) {}

  /** One page, newest first, with exact neighbours. */
  async page(cursor: Cursor, limit: number): Promise<CursorPage<PostRow>> {
    const isNewer = cursor.after !== undefined;
    const from = cursor.after ?? cursor.before ?? BEYOND_ALL;
    const rows = await this.sql.all<RawPost>(pageText(isNewer, limit + 1), [from]);
    const behind = from !== BEYOND_ALL && (await this.isAnythingBehind(isNewer, from));
    return withoutHidden(toCursorPage(rows.map(toPostRow), limit, cursor, ({ id }) => id, behind));
  }

  private async isAnythingBehind(isNewer: boolean, from: number): Promise<boolean> {
    const rows = await this.sql.all(`SELECT id FROM post WHERE id ${isNewer ? '<=' : '>='} ? LIMIT 1`, [from]);
    return rows.length > 0;
  }
}

// Authors are joined to the finished page: joined before, the optimizer would rather start from all users.
function pageText(isNewer: boolean, size: number): string {
  const [past, order] = isNewer ? ['>', 'ASC'] : ['<', 'DESC'];
  return `SELECT ${POST_COLUMNS} FROM (SELECT id FROM post WHERE id ${past} ? ORDER BY id ${order} LIMIT ${size}) page
    JOIN post p ON p.id = page.id JOIN \`user\` u ON u.id = p.author_id ORDER BY p.id ${order}`;
}
