import { built, open } from '../databases.mjs';
import { costHere, medianMs } from '../measure.mjs';
import { homePages } from '../pages.mjs';

/** The queries of the home timeline alone, one after the other: how long, how many statements, how many rows. */
export async function timeline({ databases }) {
  const rows = [];
  for (const { name, url } of databases) {
    const view = await open(url);
    const home = homeOf(view);
    for (const page of await homePages(view.sql)) {
      const [owner] = await view.sql.all('SELECT id, following_count AS followingCount FROM `user` WHERE username_key = ?', [
        page.username,
      ]);
      await home.prepare(owner.id);
      const read = () => home.timeline.homeOf(owner, page.cursor, 25);
      rows.push({ page: `${name}: ${page.name}`, 'p50 ms': (await medianMs(read)).toFixed(2), ...(await costHere(view, read)) });
    }
    await view.close();
  }
  return rows;
}

/** The timeline that was asked for, and what is to be done before somebody's is read. */
function homeOf({ sql, dataSource, transaction }) {
  const { PullHomeTimeline } = built('timeline/pull-home-timeline.queries');
  const pull = new PullHomeTimeline(sql);
  if (process.env.TIMELINE !== 'push') return { timeline: pull, prepare: () => undefined };
  const { Database } = built('database/database');
  const { EventBus } = built('events/event-bus');
  const { PushHomeTimeline } = built('timeline/push/push-home-timeline.queries');
  const { TimelineListsRepository } = built('timeline/push/timeline-lists.repository');
  const { TimelineLists } = built('timeline/push/timeline-lists.service');
  const repository = new TimelineListsRepository(new Database(dataSource, transaction), sql);
  const lists = new TimelineLists(repository, transaction, new EventBus(transaction), { now: () => new Date() });
  return {
    timeline: new PushHomeTimeline(sql, undefined, pull),
    prepare: (ownerId) => lists.build(ownerId),
  };
}
