import { Injectable, Logger } from '@nestjs/common';
import { BEYOND_ALL, type Cursor, type CursorPage, seekOf, toCursorPage } from '../../common/page';
import { NamedStatement, remembered } from '../../database/named-statement';
import { Sql } from '../../database/sql';
import { Jobs } from '../../jobs/jobs.service';
import { entryOf, type PostRow, type RawPost, selectPosts, toPostRow, withoutHidden } from '../../posts/post-rows.repository';
import { type HomeAnswer, isWelcome, type Way, wayOf, WORDS } from '../home-sql.queries';
import { type HomeOwner, HomeTimeline } from '../home-timeline.port';
import { PullHomeTimeline } from '../pull-home-timeline.queries';
import { BUILD_LIST } from './build-list.processor';

/** What the list says of itself, with each post: known of the very moment at which it was read. */
type ListedPost = RawPost & { readonly since_id: number; readonly behind: number };

/**
 * Reads the home timeline from a list that was filled when others published: one statement, whomever one follows. What one says oneself is not on it
 * and shows at once. Whoever has no list yet, has just followed somebody, or reads on where the list ends, is served by collecting.
 */
@Injectable()
export class PushHomeTimeline extends HomeTimeline {
  private readonly logger = new Logger('Timeline');

  constructor(
    private readonly sql: Sql,
    private readonly jobs: Jobs,
    private readonly pull: PullHomeTimeline,
  ) {
    super();
  }

  async homeOf(owner: HomeOwner, cursor: Cursor, limit: number): Promise<CursorPage<PostRow>> {
    const answer = owner.followingCount > 0 ? await this.fromList(owner.id, cursor, limit + 1) : undefined;
    if (!answer) return this.pull.homeOf(owner, cursor, limit);
    return withoutHidden(toCursorPage(answer.rows.map(toPostRow), limit, cursor, entryOf, answer.behind));
  }

  /** Undefined when the list cannot tell. */
  private async fromList(viewer: number, cursor: Cursor, size: number): Promise<HomeAnswer | undefined> {
    const way = wayOf(cursor);
    const { from } = seekOf(cursor);
    const asked = pageOf(way, size, from !== BEYOND_ALL);
    const rows = await this.sql.all<ListedPost>(asked.text, asked.values({ viewer, from }));
    const [first] = rows;
    if (!first) {
      // Nothing there, or no list to read: that it is complete a moment later would not tell which.
      if (from === BEYOND_ALL) await this.askForList(viewer);
      return undefined;
    }
    const behind = first.behind === 1;
    // What lies below the list, nobody knows from it: the rest of this page, or whether there is anything behind it.
    const endsWithin = way === 'older' ? rows.length === size : behind;
    return first.since_id === 0 || endsWithin ? { rows, behind } : undefined;
  }

  /** Whoever reads is served all the same when the job cannot be noted: a list is only a short cut. */
  private async askForList(viewer: number): Promise<void> {
    try {
      await this.ensureList(viewer);
    } catch (error) {
      this.logger.warn({ event: 'timeline.listNotAskedFor', err: error });
    }
  }

  private async ensureList(ownerId: number): Promise<void> {
    const complete = await this.sql.all('SELECT 1 FROM timeline_list WHERE owner_id = ? AND completed_at IS NOT NULL', [ownerId]);
    if (complete.length > 0) return;
    await this.jobs.add(BUILD_LIST, { ownerId }, { uniqueKey: `${BUILD_LIST.name}.${ownerId}` });
  }
}

/** Followed still: the entries of those whom one follows no longer stay for a while. A scalar, as in `nextInWindow`. */
const isFollowed = (author: string): string =>
  `(SELECT f.followed_id FROM follow f WHERE f.follower_id = :viewer AND f.followed_id = ${author}) IS NOT NULL`;

/** What is on the list, and what one says oneself as far as the list goes. */
function listed(bounds: (id: string) => string, rest = ''): readonly [entries: string, own: string] {
  const list = 'timeline_list l ON l.owner_id = :viewer AND l.completed_at IS NOT NULL';
  return [
    `SELECT e.post_id AS id, l.since_id FROM timeline_entry e JOIN ${list} JOIN post p ON p.id = e.post_id
     WHERE e.owner_id = :viewer AND e.post_id > l.since_id AND ${bounds('e.post_id')} AND ${isFollowed('p.author_id')} AND ${isWelcome('p.author_id')} ${rest}`,
    `SELECT p.id, l.since_id FROM post p JOIN ${list} WHERE p.author_id = :viewer AND p.id > l.since_id AND ${bounds('p.id')} ${rest}`,
  ];
}

const pageOf = remembered((way: Way, size: number, hasCursor: boolean): NamedStatement => {
  const { past, order, backOf } = WORDS[way];
  const [entries, own] = listed((id) => `${id} ${past} :from`, `ORDER BY id ${order} LIMIT ${size}`);
  const [entriesBehind, ownBehind] = listed((id) => `${id} ${backOf} :from`);
  const behind = hasCursor ? `EXISTS (${entriesBehind}) OR EXISTS (${ownBehind})` : '0';
  const page = `(SELECT id, since_id, ${behind} AS behind
    FROM (SELECT * FROM (${entries}) entry UNION ALL SELECT * FROM (${own}) own) next ORDER BY id ${order} LIMIT ${size})`;
  const posts = selectPosts(`${page} page JOIN post p ON p.id = page.id`, ['page.since_id', 'page.behind']);
  return new NamedStatement(`${posts} ORDER BY p.id ${order}`);
});
