import { Injectable } from '@nestjs/common';
import { type Cursor, type CursorPage, seekOf, toCursorPage } from '../common/page';
import { Sql } from '../database/sql';
import { entryOf, type PostRow, toPostRow, withoutHidden } from '../posts/post-rows.repository';
import { type HomeReader, wayOf } from './home-sql.queries';
import { type HomeOwner, HomeTimeline } from './home-timeline.port';
import { MysqlHome } from './mysql-home.queries';
import { SqliteHome } from './sqlite-home.queries';

/** Who follows so many accounts, or more, is served from the window when there is enough in it. */
const MANY_FOLLOWED = 500;

/**
 * Collects the home timeline when it is read: nothing to write when somebody posts, and right at once after an unfollow. What a page
 * costs grows neither with the number of posts nor with the way down to it.
 *
 * First each author's next post. A page can only hold posts of the authors of the nearest of these, and none past the last of them;
 * so what follows reads no more than that. docs/performance.md tells more.
 */
@Injectable()
export class PullHomeTimeline extends HomeTimeline {
  private readonly reader: HomeReader;

  constructor(sql: Sql) {
    super();
    this.reader = sql.dialect === 'mysql' ? new MysqlHome(sql) : new SqliteHome(sql);
  }

  async homeOf({ id, followingCount }: HomeOwner, cursor: Cursor, limit: number): Promise<CursorPage<PostRow>> {
    const { rows, behind } = await this.reader.read({
      viewer: id,
      followsMany: followingCount >= MANY_FOLLOWED,
      way: wayOf(cursor),
      from: seekOf(cursor).from,
      size: limit + 1,
    });
    return withoutHidden(toCursorPage(rows.map(toPostRow), limit, cursor, entryOf, behind));
  }
}
