import type { Sql } from './sql';

/** Tables whose ids rise with their moments, and whose moments have no index. */
type Journal = 'post' | 'message';

/** The first id of a table at or after a moment, or what comes behind its last: found by halves, in as many statements as its ids have bits. */
export async function firstSince(sql: Sql, table: Journal, moment: Date): Promise<number> {
  // Each by itself is an end of the index; both in one SELECT make SQLite read all of it.
  const [bounds] = await sql.all<{ first: number | null; last: number | null }>(
    `SELECT (SELECT MIN(id) FROM ${table}) AS first, (SELECT MAX(id) FROM ${table}) AS last`,
  );
  let [low, high] = [Number(bounds?.first ?? 0), Number(bounds?.last ?? 0) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [row] = await sql.all<{ id: number; late: number }>(
      `SELECT id, created_at >= ? AS late FROM ${table} WHERE id >= ? ORDER BY id LIMIT 1`,
      [moment, middle],
    );
    if (!row || row.late) high = middle;
    else low = row.id + 1;
  }
  return low;
}
