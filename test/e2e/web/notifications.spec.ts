import type { ServerResponse } from 'node:http';
import { EventBus } from '../../../src/events/event-bus';
import { FollowService } from '../../../src/follow/follow.service';
import { Jobs } from '../../../src/jobs/jobs.service';
import { MessagesService } from '../../../src/messages/messages.service';
import { AccountDeletionService } from '../../../src/account-deletion/account-deletion.service';
import { BrowsersService } from '../../../src/auth/browsers/browsers.service';
import { CredentialsService } from '../../../src/auth/credentials.service';
import { SessionsService } from '../../../src/auth/sessions.service';
import { LiveChannel } from '../../../src/notifications/live/live-channel.port';
import { LiveHub } from '../../../src/notifications/live/live-hub.service';
import { LiveValues } from '../../../src/notifications/live/live-values.service';
import { NotificationsService, READ_KEPT_DAYS } from '../../../src/notifications/notifications.service';
import { TIDY_NOTIFICATIONS } from '../../../src/notifications/tidy-notifications.processor';
import { PostsService } from '../../../src/posts/posts.service';
import { ReactionsService } from '../../../src/posts/reactions/reactions.service';
import { RestrictionsService } from '../../../src/restrictions/restrictions.service';
import type { Viewer } from '../../../src/common/viewer';
import { TimelineService } from '../../../src/timeline/timeline.service';
import type { BrowserSession } from '../../support/browser-session';
import { listen as hear } from '../../support/listening';
import { until } from '../../support/until';
import { flashOf, pagerOf, textsOf } from './page';
import { DAY, useSite } from '../../support/site';

const site = useSite();

interface Value {
  readonly name: string;
  readonly data: unknown;
  readonly timestamp: number;
}

const badgeOf = async (browser: BrowserSession, name: string): Promise<string | null> => {
  const badge = (await browser.get('/explore')).$(`[data-badge="${name}"]`);
  return badge.is('[hidden]') ? null : badge.find('[data-badge-count]').text();
};
const newsOf = async (browser: BrowserSession): Promise<string[]> =>
  textsOf(await browser.get('/notifications'), '.notification-said a');

/** Everything that john can do to susan. */
async function everything() {
  const { susan, john } = await site.people('susan', 'john');
  const [id = 0] = await site.posted([susan, 'one']);
  const viewer = { id: john.id } as Viewer;
  await site.follow(john, susan);
  await site.app.get(ReactionsService).like(id, viewer);
  await site.app.get(ReactionsService).repost(id, viewer);
  await site.app.get(PostsService).publish(john.id, { body: 'hello @SUSAN and @nobody' });
  await site.app.get(PostsService).publish(john.id, { body: '@susan yes', inReplyTo: id });
  await site.app.get(MessagesService).send(john.id, susan.id, { body: 'secret' });
  return { susan, john, id };
}

describe('what happened more than a year ago', () => {
  it('is forgotten if it was read, and nothing else', async () => {
    const { susan, john } = await everything();
    const tidy = async (): Promise<string[]> => {
      await site.app.get(Jobs).ensure(TIDY_NOTIFICATIONS);
      await site.workOff();
      const rows = await site.rows<{ kind: string }>('SELECT kind FROM notification ORDER BY id');
      await site.rows('DELETE FROM job');
      return rows.map(({ kind }) => kind);
    };
    await site.app.get(NotificationsService).markRead(susan.id);
    const all = await tidy();
    expect(all).toHaveLength(6);
    await site.app.get(MessagesService).send(susan.id, john.id, { body: 'never read' });

    site.later((READ_KEPT_DAYS - 1) * DAY);
    expect(await tidy()).toEqual([...all, 'message']);
    site.later(2 * DAY);
    await site.app.get(MessagesService).send(john.id, susan.id, { body: 'young' });
    await site.app.get(NotificationsService).markRead(susan.id);

    expect(await tidy()).toEqual(['message', 'message']);
  });
});

describe('the page of notifications', () => {
  it('tells of each thing once, the newest first, and leads to it', async () => {
    const { susan, id } = await everything();
    const browser = await site.signedIn(susan);
    expect(await badgeOf(browser, 'notifications')).toBe('6');

    const page = await browser.get('/notifications');

    expect(textsOf(page, '.notification-said a')).toEqual([
      'john sent you a message',
      'john replied to you',
      'john mentioned you',
      'john reposted your post',
      'john likes your post',
      'john follows you',
    ]);
    expect(page.$('.notification-said a').first().attr('href')).toBe('/messages/with/john');
    expect(page.$('.notification-said a').eq(4).attr('href')).toBe(`/post/${id}#post-${id}`);
    expect(page.body).not.toContain('secret');
    expect(textsOf(page, '.mark')).toHaveLength(6);
    expect(await badgeOf(browser, 'notifications')).toBeNull();
    expect(textsOf(await browser.get('/notifications'), '.mark')).toHaveLength(0);
  });

  it('says nothing of one’s own doing, nor twice of the same', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id = 0] = await site.posted([susan, 'one @susan']);
    const reactions = site.app.get(ReactionsService);
    await reactions.like(id, { id: susan.id } as Viewer);
    for (let i = 0; i < 3; i++) {
      await reactions.like(id, { id: john.id } as Viewer);
      await reactions.unlike(id, { id: john.id } as Viewer);
    }

    expect(await newsOf(await site.signedIn(susan))).toEqual(['john likes your post']);
  });

  it('leaves out whom the reader mutes or blocks, before and after', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    const restrictions = site.app.get(RestrictionsService);
    await site.follow(mary, susan);
    await restrictions.mute(susan.id, john.id);
    await site.follow(john, susan);
    const browser = await site.signedIn(susan);
    expect(await newsOf(browser)).toEqual(['mary follows you']);

    await restrictions.block(susan.id, mary.id);
    expect(await newsOf(browser)).toEqual([]);
  });

  it('keeps to what was chosen', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);
    const answer = await browser.submit('/settings/notifications', '/settings/notifications', { like: false, follow: false });
    expect(flashOf(await browser.follow(answer))).not.toBe('');
    const { $ } = await browser.get('/settings/notifications');
    expect(['like', 'follow', 'reply'].map((name) => $(`[name=${name}]`).is(':checked'))).toEqual([false, false, true]);
    const [id = 0] = await site.posted([susan, 'one']);
    await site.follow(john, susan);
    await site.app.get(ReactionsService).like(id, { id: john.id } as Viewer);
    await site.app.get(ReactionsService).repost(id, { id: john.id } as Viewer);

    expect(await newsOf(browser)).toEqual(['john reposted your post']);
  });

  it('tells whom a post speaks to only since it was edited', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    const [id = 0] = await site.posted([john, 'hi @mary']);
    await site.app.get(PostsService).edit(id, { body: 'hi @mary and @susan' }, { id: john.id } as Viewer);

    expect(await newsOf(await site.signedIn(susan))).toEqual(['john mentioned you']);
    expect(await newsOf(await site.signedIn(mary))).toEqual(['john mentioned you']);
  });

  it('has no more news of messages once they were read', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.follow(john, susan);
    await site.app.get(MessagesService).send(john.id, susan.id, { body: 'x' });
    const browser = await site.signedIn(susan);
    expect(await badgeOf(browser, 'notifications')).toBe('2');

    await browser.get('/messages/with/john');

    expect(await badgeOf(browser, 'notifications')).toBe('1');
  });

  it('forgets what goes with a post or with an account, and counts it no more', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    const [own = 0, one = 0, two = 0] = await site.posted([susan, 'own'], [john, 'hi @susan'], [john, '@susan again']);
    await site.app.get(ReactionsService).like(own, { id: mary.id } as Viewer);
    await site.follow(mary, susan);
    const browser = await site.signedIn(susan);
    const told = async () => {
      const [last] = await site.rows<{ data: string }>(
        `SELECT data FROM live_value WHERE user_id = ${susan.id} AND name = 'unread_notification_count'`,
      );
      return [await badgeOf(browser, 'notifications'), last?.data];
    };
    expect(await told()).toEqual(['4', '4']);

    await (await site.signedIn(john)).submit(`/post/${one}`, `/post/${one}/delete`);
    expect(await told()).toEqual(['3', '3']);
    await site.app.get(PostsService).takeAway(two);
    expect(await told()).toEqual(['2', '2']);
    await site.app.get(AccountDeletionService).deleteNow(mary.id);
    expect(await told()).toEqual([null, '0']);

    expect(await newsOf(browser)).toEqual([]);
  });

  it('is paged to its very end', async () => {
    const { susan, john } = await site.people('susan', 'john');
    for (let i = 1; i <= 27; i++) await site.posted([john, `${i} @susan`]);
    const browser = await site.signedIn(susan);
    const first = await browser.get('/notifications');
    const second = await browser.get(pagerOf(first).older ?? '');

    expect(textsOf(second, '.notification-body')).toEqual(['2 @susan', '1 @susan']);
    expect(pagerOf(second).older).toBeUndefined();
  });
});

describe('what a script asks for', () => {
  const lastSeenMonth = async (): Promise<number> => {
    const [row] = await site.rows<{ at: Date | string }>('SELECT last_seen_at AS at FROM `user`');
    return new Date(row!.at).getUTCMonth();
  };

  const ask = async (browser: BrowserSession, since: number | string): Promise<Value[]> =>
    JSON.parse((await browser.get(`/notifications?since=${since}`)).body) as Value[];

  it('is the last value of each name, strictly after a moment, the oldest first', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);
    expect(await ask(browser, 0)).toEqual([]);
    const send = () => site.app.get(MessagesService).send(john.id, susan.id, { body: 'x' });
    await send();
    const before = await ask(browser, 0);
    expect(before).toMatchObject([
      { name: 'unread_notification_count', data: 1 },
      { name: 'unread_message_count', data: 1 },
    ]);

    await send();

    const after = await ask(browser, before[1]!.timestamp);
    expect(after).toMatchObject([{ name: 'unread_message_count', data: 2 }]);
    expect(await ask(browser, after[0]!.timestamp)).toEqual([]);
    expect(await ask(browser, 0)).toHaveLength(2);
    await browser.get('/messages');
    expect(await ask(browser, after[0]!.timestamp)).toMatchObject([
      { name: 'unread_message_count', data: 0 },
      { name: 'unread_notification_count', data: 0 },
    ]);
  });

  it.each(['', 'abc', 'nan', 'inf', '-1', '-1e400', '1e400', '[]'])('takes since=%s for the beginning of time', async (since) => {
    const { susan, john } = await site.people('susan', 'john');
    await site.follow(john, susan);

    expect(await ask(await site.signedIn(susan), since)).toHaveLength(1);
  });

  it('is JSON for who prefers it, and does not show that somebody is there', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    await browser.get('/explore');
    await site.rows("UPDATE `user` SET last_seen_at = '2026-01-01 00:00:00'");

    const answer = await browser.get('/notifications', { accept: 'application/json' });

    expect(answer.headers['content-type']).toContain('application/json');
    await browser.get('/notifications?since=0');
    // Whoever reads the page is there.
    expect(await lastSeenMonth()).toBe(0);
    await browser.get('/notifications');
    expect(await lastSeenMonth()).not.toBe(0);
  });

  it('is nothing without being signed in', async () => {
    expect((await site.browser().get('/notifications?since=0')).status).toBe(302);
    expect((await site.browser().get('/notifications/stream')).status).toBe(302);
  });
});

describe('the stream', () => {
  const controllers: AbortController[] = [];
  afterEach(() => controllers.splice(0).forEach((one) => one.abort()));

  /** Listens as a browser does, and keeps what came. */
  async function listen(browser: BrowserSession, path = '/notifications/stream', headers: Record<string, string> = {}) {
    const controller = new AbortController();
    controllers.push(controller);
    return hear(site.app.url + path, { cookie: `session=${browser.cookie('session')}`, ...headers }, controller.signal);
  }

  const values = ({ text }: { text: string }): [number, string, unknown][] =>
    [...text.matchAll(/id: (\d+)\ndata: (.*)\n\n/g)].map(([, id, data]) => {
      const { name, data: value } = JSON.parse(data!) as Value;
      return [Number(id), name, value];
    });

  it('tells at once what changed, and after a cut what was missed: no gap, nothing twice', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const send = () => site.app.get(MessagesService).send(john.id, susan.id, { body: 'x' });
    const browser = await site.signedIn(susan);
    const first = await listen(browser);
    expect(first.answer.headers.get('content-type')).toContain('text/event-stream');
    await send();
    await until(() => values(first).some(([, name, data]) => name === 'unread_message_count' && data === 1));
    const [last] = values(first).at(-1)!;
    controllers.splice(0).forEach((one) => one.abort());
    await send();
    await send();

    const second = await listen(browser, '/notifications/stream', { 'last-event-id': String(last) });
    await until(() => values(second).length > 0);

    expect(values(second).map(([, name, data]) => [name, data])).toEqual([['unread_message_count', 3]]);
    await send();
    await until(() => values(second).length === 2);
    expect(values(second).every(([id]) => id > last)).toBe(true);
  });

  it('tells how many posts are newer than what the page shows, of those whom one follows', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(susan, john);
    const [id = 0] = await site.posted([john, 'one']);
    const heard = await listen(await site.signedIn(susan), `/notifications/stream?timeline=${id}`);

    await site.posted([mary, 'unseen'], [susan, 'own'], [john, 'two'], [john, 'three']);

    await until(() => heard.text.includes('event: posts\ndata: {"count":2}'));
    expect(heard.text).not.toContain('{"count":3}');
  });

  it('counts them once more, and no oftener, for all that is said while they are counted', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.follow(susan, john);
    const [id = 0] = await site.posted([john, 'one']);
    const timeline = site.app.get(TimelineService);
    const counted = jest.spyOn(timeline, 'home');
    const heard = await listen(await site.signedIn(susan), `/notifications/stream?timeline=${id}`);
    await until(() => counted.mock.results.length === 1);
    await counted.mock.results[0]?.value;
    counted.mockClear();
    let goOn = (): void => undefined;
    const { home } = TimelineService.prototype;
    counted.mockImplementationOnce(async (...args) => {
      await new Promise<void>((resolve) => (goOn = resolve));
      return home.apply(timeline, args);
    });
    await site.posted([john, 'two']);
    await until(() => counted.mock.calls.length === 1);

    await site.posted([john, 'three'], [john, 'four'], [john, 'five']);
    await site.app.get(EventBus).settled();
    goOn();

    await until(() => heard.text.includes('event: posts\ndata: {"count":4}'));
    expect(counted).toHaveBeenCalledTimes(2);
    counted.mockRestore();
  });

  it('finds what was said elsewhere when it looks for itself, and ends with the session', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);
    const heard = await listen(browser);
    await site.app.get(FollowService).follow(john.id, susan.id);
    await until(() => values(heard).length === 1);
    // As another process would, whose call was lost.
    await site.rows("UPDATE live_value SET id = id + 100, data = '7'");

    await site.app.get(LiveHub).sweep();

    await until(() => values(heard).length === 2);
    expect(values(heard).at(-1)?.slice(1)).toEqual(['unread_notification_count', 7]);
    // As another process would end it.
    await site.rows('DELETE FROM session');
    await site.app.get(LiveHub).sweep();
    await until(() => heard.isOver);
    await until(() => site.app.get(LiveHub).size === 0);
  });

  it.each<[string, (browser: BrowserSession, id: number) => Promise<unknown>]>([
    ['signing out', (browser) => browser.submit('/explore', '/auth/logout')],
    ['another password', (_, id) => site.app.get(CredentialsService).endAll(id)],
    ['ending it from elsewhere', (_, id) => site.app.get(BrowsersService).endOthers(id, 'elsewhere')],
  ])('ends at once by %s, and the ones of others stay', async (_, end) => {
    const { susan, john } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);
    const [hers, his] = [await listen(browser), await listen(await site.signedIn(john))];

    await end(browser, susan.id);

    await until(() => hers.isOver);
    expect([his.isOver, site.app.get(LiveHub).size]).toEqual([false, 1]);
  });

  it('does not begin for somebody who left while they were let in', async () => {
    const { susan } = await site.people('susan');
    const cookie = `session=${(await site.signedIn(susan)).cookie('session')}`;
    const sessions = site.app.get(SessionsService);
    let goOn = (): void => undefined;
    const letIn = jest.spyOn(sessions, 'find').mockImplementationOnce(async (id) => {
      await new Promise<void>((resolve) => (goOn = resolve));
      return SessionsService.prototype.find.call(sessions, id);
    });
    const hub = site.app.get(LiveHub);
    const begun = jest.spyOn(hub, 'open');
    const server = site.app.app.getHttpServer();
    const isCut = new Promise((resolve) => {
      server.once('request', (_: unknown, response: ServerResponse) => response.once('close', resolve));
    });
    const leaving = new AbortController();
    const asked = fetch(`${site.app.url}/notifications/stream`, { headers: { cookie }, signal: leaving.signal }).catch(
      () => 'cut',
    );
    await until(() => letIn.mock.calls.length === 1);
    leaving.abort();
    await isCut;

    goOn();

    await until(() => begun.mock.results.length === 1);
    await begun.mock.results[0]?.value;
    expect(await asked).toBe('cut');
    expect(hub.size).toBe(0);
    letIn.mockRestore();
    begun.mockRestore();
  });

  it('tells of posts whose call was lost those alone whom they concern', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(susan, john);
    const [id = 0] = await site.posted([john, 'one']);
    const listening = await Promise.all(
      [susan, mary].map(async (one) => listen(await site.signedIn(one), `/notifications/stream?timeline=${id}`)),
    );
    const hub = site.app.get(LiveHub);
    // What lies before them is of no concern to the third.
    for (let sweep = 0; sweep < 2; sweep++) await hub.sweep();
    const lost = jest.spyOn(site.app.app.get(LiveChannel, { strict: false }), 'send').mockImplementation();
    await site.posted([john, 'two']);
    await site.app.get(EventBus).settled();
    const counted = jest.spyOn(site.app.get(TimelineService), 'home');

    await hub.sweep();

    await until(() => listening[0]!.text.includes('{"count":1}'));
    expect(counted.mock.calls.map(([reader]) => reader.id)).toEqual([susan.id]);
    lost.mockRestore();
    counted.mockRestore();
  });

  it('ends when what was missed cannot be read, so that the browser comes back; nothing else breaks', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const failing = jest.spyOn(site.app.get(LiveValues), 'after').mockRejectedValueOnce(new Error('The database is away'));

    const heard = await listen(browser);

    await until(() => heard.isOver);
    failing.mockRestore();
    expect((await browser.get('/explore')).status).toBe(200);
    await until(() => site.app.get(LiveHub).size === 0);
  });

  it('lets the oldest page of somebody go who has too many', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const pages: Awaited<ReturnType<typeof listen>>[] = [];
    for (let i = 0; i < 21; i++) pages.push(await listen(browser));

    await until(() => pages[0]!.isOver);
    expect(pages.slice(1).some(({ isOver }) => isOver)).toBe(false);
  });
});
