import { BEYOND_ALL } from '../common/page';
import { NamedStatement, remembered } from '../database/named-statement';
import type { Sql } from '../database/sql';
import { type RawPost, selectPosts } from '../posts/post-rows.repository';
import {
  authorsBehind,
  hasMorePastWindow,
  isWelcome,
  type HomeAnswer,
  type HomeQuestion,
  type HomeReader,
  nextInWindow,
  type Way,
  WORDS,
} from './home-sql.queries';

/** Home on SQLite: one statement, and a second to look back from a cursor. */
export class SqliteHome implements HomeReader {
  constructor(private readonly sql: Sql) {}

  async read(question: HomeQuestion): Promise<HomeAnswer> {
    const { way, from, size, followsMany } = question;
    const page = pageOf(way, size, followsMany);
    const rows = await this.sql.all<RawPost>(page.text, page.values(valuesOf(question)));
    if (from === BEYOND_ALL) return { rows, behind: false };
    const back = behind(way);
    return { rows, behind: (await this.sql.all(back.text, back.values(valuesOf(question)))).length > 0 };
  }
}

// With the statistics of ANALYZE, SQLite compiles a statement anew for each value that it compares with an index, which costs more
// than the page. The sign hides the value from it.
const HIDDEN = '+?';

/** Each author's next post, the nearest of these, and then what these authors wrote from the cursor to the last of them. */
const pageOf = remembered((way: Way, size: number, followsMany: boolean): NamedStatement => {
  const { past, upTo, order, last, end } = WORDS[way];
  const next = `(SELECT p.id FROM post p WHERE p.author_id = author.id AND p.id ${past} :from ORDER BY p.id ${order} LIMIT 1)`;
  const windowFails = `(SELECT COUNT(*) FROM near) < ${size} AND ${hasMorePastWindow(way)}`;
  // With fewer of them than posts on the page, an author may have posts past all of these.
  const threshold = `(SELECT CASE COUNT(id) WHEN ${size} THEN ${last}(id) ELSE ${end} END FROM nearest)`;
  const text = `
    WITH ${followsMany ? `near AS MATERIALIZED (${nextInWindow(way, size)}),` : ''}
    author(id) AS (
      SELECT followed_id FROM follow WHERE follower_id = :viewer AND ${isWelcome('followed_id')} ${followsMany ? `AND ${windowFails}` : ''}
      UNION ALL SELECT :viewer),
    nearest(author_id, id) AS MATERIALIZED (
      ${followsMany ? 'SELECT author_id, id FROM near UNION' : ''} SELECT author.id, ${next} FROM author ORDER BY 2 ${order} NULLS LAST LIMIT ${size}),
    page(id) AS (
      SELECT p.id FROM (SELECT DISTINCT author_id FROM nearest WHERE id IS NOT NULL) author
      JOIN post p ON p.id IN (
        SELECT own.id FROM post own WHERE own.author_id = author.author_id AND own.id ${past} :from AND own.id ${upTo} ${threshold}
        ORDER BY own.id ${order} LIMIT ${size})
      ORDER BY p.id ${order} LIMIT ${size})
    ${selectPosts('page JOIN post p ON p.id = page.id')} ORDER BY p.id ${order}`;
  return new NamedStatement(text, HIDDEN);
});

const behind = remembered((way: Way): NamedStatement => {
  const parts = authorsBehind(way).map((part) => `SELECT * FROM (${part})`);
  return new NamedStatement(`${parts.join(' UNION ALL ')} LIMIT 1`, HIDDEN);
});

const valuesOf = ({ viewer, from }: HomeQuestion) => ({ viewer, from });
