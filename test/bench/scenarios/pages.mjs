import { indexed, open } from '../databases.mjs';
import { costAnywhere, databasePid, load } from '../measure.mjs';
import { homePages, queryOf } from '../pages.mjs';
import { Server } from '../server.mjs';
import { CAST } from '../sizes.mjs';
import { startHello } from './hello.mjs';

const WARM_UP_SECONDS = 6;

/** The home page of all sorts of readers. */
export const home = over(async (sql) =>
  (await homePages(sql)).map(({ name, username, cursor }) => ({ name, username, path: `/?${queryOf(cursor)}` })),
);

/** What everybody says, at the top and far down. */
export const explore = over(async (sql) => {
  const [{ last }] = await sql.all('SELECT MAX(id) AS last FROM post');
  return [
    { name: 'explore', username: CAST.probe, path: '/explore' },
    { name: '… page 400', username: CAST.probe, path: `/explore?before=${last - 400 * 25}` },
  ].filter(({ path }) => !path.endsWith('before=0'));
});

/** A person's page, at the top and in the middle, and the card over a name. */
export const profile = over(async (sql) => {
  const posts = await sql.all(
    'SELECT p.id FROM post p JOIN `user` u ON u.id = p.author_id WHERE u.username_key = ? ORDER BY p.id',
    [CAST.star],
  );
  return [
    { name: 'profile', username: CAST.probe, path: `/user/${CAST.star}` },
    { name: '… half-way down', username: CAST.probe, path: `/user/${CAST.star}?before=${posts[posts.length >> 1].id}` },
    { name: '… card', username: CAST.probe, path: `/user/${CAST.star}/popup` },
    { name: 'one post', username: CAST.probe, path: `/post/${posts.at(-1).id}` },
  ];
});

/** A scenario that loads pages of the running program, one after the other, on each database. */
function over(pagesOf) {
  return async ({ databases, seconds }) => {
    const rows = [];
    const bare = await startHello('bare');
    for (const { name, url } of databases) {
      const view = await open(url);
      await indexed(view);
      const server = await Server.start(url);
      const pids = { Node: server.pid, database: await databasePid(view) };
      const pages = await pagesOf(view.sql);
      // V8 compiles well what has run for a while: else the first page would pay for all.
      await load({ url: server.url + pages[0].path, headers: await server.as(pages[0].username), seconds: WARM_UP_SECONDS });
      for (const { name: page, username, path } of pages) {
        const headers = await server.as(username);
        const cost = await costAnywhere(view, () => server.get(path, headers));
        rows.push({
          page: `${name}: ${page}`,
          ...(await load({ url: server.url + path, headers, seconds, pids, bare })),
          ...cost,
        });
      }
      await server.stop();
      await view.close();
    }
    bare.stop();
    return rows;
  };
}
