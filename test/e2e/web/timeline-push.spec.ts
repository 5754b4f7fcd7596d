import { DataSource } from 'typeorm';
import { until } from '../../support/until';
import { useSite } from '../../support/site';
import { type LiveCall, LiveChannel } from '../../../src/notifications/live/live-channel.port';
import { TimelineLists } from '../../../src/timeline/push/timeline-lists.service';
import { postsOf } from './page';

describe('a site whose timelines are filled when somebody publishes', () => {
  const site = useSite({ TIMELINE: 'push' });

  it('shows at home what those whom one follows say and pass on, as soon as it is delivered', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(susan, john);
    const [unseen] = await site.posted([mary, 'unseen'], [john, 'one']);
    const browser = await site.signedIn(susan);
    expect(postsOf(await browser.get('/'))).toEqual(['one']);
    await site.workOff();

    const [two] = await site.posted([john, 'two']);
    const john_ = await site.signedIn(john);
    await john_.submit(`/post/${unseen}`, `/post/${unseen}/repost`, {});
    expect(postsOf(await browser.get('/'))).toEqual(['one']);
    await site.workOff();

    expect(postsOf(await browser.get('/'))).toEqual(['unseen', 'two', 'one']);
    expect(two).toBeGreaterThan(unseen ?? 0);
  });

  it('shows at once what one says oneself, whom one follows from now on, and no more of whom one unfollows', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(susan, john);
    await site.posted([john, 'of john'], [mary, 'of mary']);
    const browser = await site.signedIn(susan);
    await browser.get('/');
    await site.workOff();

    await browser.submit('/', '/', { post: 'my own' });
    expect(postsOf(await browser.get('/'))).toEqual(['my own', 'of john']);
    await browser.submit('/user/mary', '/follow/mary', {});
    expect(postsOf(await browser.get('/'))).toEqual(['my own', 'of mary', 'of john']);
    await site.workOff();
    expect(postsOf(await browser.get('/'))).toEqual(['my own', 'of mary', 'of john']);
    await browser.submit('/user/john', '/unfollow/john', {});
    expect(postsOf(await browser.get('/'))).toEqual(['my own', 'of mary']);
  });

  it('takes two statements for home, whichever the database', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.follow(susan, john);
    await site.posted(...Array.from({ length: 30 }, (_, i) => [john, `${i}`] as const));
    const browser = await site.signedIn(susan);
    await browser.get('/');
    await site.workOff();

    const log = jest.spyOn(site.app.get(DataSource).logger, 'logQuery');
    const home = await browser.get('/');
    const statements = log.mock.calls.length;
    log.mockRestore();

    expect(postsOf(home)).toHaveLength(25);
    expect(statements).toBe(2);
  });

  it('tells pages that are open when a post has been delivered', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.follow(susan, john);
    const calls: LiveCall[] = [];
    site.app.get<LiveChannel>(LiveChannel as never).listen((call) => void calls.push(call));
    const browser = await site.signedIn(susan);
    await browser.get('/');
    await site.workOff();
    await site.posted([john, 'one']);
    await until(() => calls.length === 1);

    await site.workOff();

    await until(() => calls.length === 2);
    expect(calls).toEqual([{ authorId: john.id }, { authorId: john.id }]);
  });

  it('keeps lists of those who come home, and of nobody else', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.follow(susan, john);
    await site.posted([john, 'one']);
    await site.workOff();
    expect(await site.count('timeline_list')).toBe(0);

    await (await site.signedIn(susan)).get('/');
    await site.workOff();
    expect(await site.count('timeline_entry')).toBe(1);
  });
});

describe('a site whose timelines are collected when they are read', () => {
  const site = useSite();

  it('tells the lists of those who read them elsewhere, and makes none', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(susan, john);
    await site.posted([mary, 'early']);
    await (await site.signedIn(susan)).get('/');
    await site.workOff();
    expect(await site.count('timeline_list')).toBe(0);
    await site.app.get(TimelineLists).build(susan.id);

    await site.posted([john, 'one']);
    await site.workOff();
    expect(await site.count('timeline_entry')).toBe(1);

    await site.follow(susan, mary);
    expect(await site.rows('SELECT completed_at FROM timeline_list')).toEqual([{ completed_at: null }]);
  });
});
