import { CAST } from './sizes.mjs';

const PER_PAGE = 25;

/** Pages of the home timeline: who reads them, and from which cursor. */
export async function homePages(sql) {
  const page = (name, username, cursor = {}) => ({ name, username, cursor });
  const deep = await cursorAt(sql, CAST.probe, 400);
  const second = await cursorAt(sql, CAST.probe, 1);
  return [
    page('follows 100', CAST.probe),
    page('… page 2', CAST.probe, { before: second }),
    page('… page 400, or the last', CAST.probe, { before: deep }),
    page('… back from page 2', CAST.probe, { after: second }),
    page('follows 5,000', CAST.greedy),
    page('follows 100 silent ones', CAST.quiet),
    page('follows one who writes most', CAST.fan),
    page('follows nobody', CAST.hermit),
  ];
}

/** Where somebody's page of this number ends, or else the last page but one. */
async function cursorAt(sql, username, pageNumber) {
  const posts = await sql.all(
    `SELECT p.id FROM post p JOIN follow f ON f.followed_id = p.author_id JOIN \`user\` u ON u.id = f.follower_id
     WHERE u.username_key = ? ORDER BY p.id DESC LIMIT ${(pageNumber + 1) * PER_PAGE}`,
    [username],
  );
  return posts.at(-PER_PAGE - 1).id;
}

export const queryOf = (cursor) => new URLSearchParams(Object.entries(cursor).map(([name, id]) => [name, String(id)])).toString();
