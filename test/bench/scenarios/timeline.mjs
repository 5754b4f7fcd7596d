import { built, open } from '../databases.mjs';
import { costHere, medianMs } from '../measure.mjs';
import { homePages } from '../pages.mjs';

/** The queries of the home timeline alone, one after the other: how long, how many statements, how many rows. */
export async function timeline({ databases }) {
  const { PullHomeTimeline } = built('timeline/pull-home-timeline.queries');
  const rows = [];
  for (const { name, url } of databases) {
    const view = await open(url);
    const home = new PullHomeTimeline(view.sql);
    for (const page of await homePages(view.sql)) {
      const [owner] = await view.sql.all('SELECT id, following_count AS followingCount FROM `user` WHERE username_key = ?', [
        page.username,
      ]);
      const read = () => home.homeOf(owner, page.cursor, 25);
      rows.push({ page: `${name}: ${page.name}`, 'p50 ms': (await medianMs(read)).toFixed(2), ...(await costHere(view, read)) });
    }
    await view.close();
  }
  return rows;
}
