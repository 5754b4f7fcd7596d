import { FollowService } from '../../../src/follow/follow.service';
import { MessagesService } from '../../../src/messages/messages.service';
import { ReactionsService } from '../../../src/posts/reactions/reactions.service';
import type { Viewer } from '../../../src/common/viewer';
import { flashOf, postsOf, textOf, textsOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

describe('muting', () => {
  it('shows nothing of somebody in lists, who does not notice', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(susan, john, mary);
    await site.follow(john, susan);
    const [id = 0] = await site.posted([john, 'from john #x'], [mary, 'from mary']);
    await site.app.get(ReactionsService).repost(id, { id: mary.id } as Viewer);
    const browser = await site.signedIn(susan);

    const answer = await browser.submit('/user/john', '/mute/john');

    expect(flashOf(await browser.follow(answer))).toBe('john is muted: their posts no longer appear in your timeline.');
    for (const path of ['/', '/explore', '/tag/x', '/user/mary'])
      expect((await browser.get(path)).body).not.toContain('from john');
    expect(postsOf(await browser.get('/user/john'))).toEqual(['from john #x']);
    expect(await site.app.get(FollowService).isFollowing(susan.id, john.id)).toBe(true);
    await site.app.get(MessagesService).send(john.id, susan.id, { body: 'still possible' });
    expect(textsOf(await browser.get('/settings/blocked'), '.person-name')).toEqual(['john']);

    expect((await browser.submit('/settings/blocked', '/unmute/john')).location).toBe('/settings/blocked');
    expect(postsOf(await browser.get('/'))).toContain('from john #x');
  });
});

it('who keeps somebody away can end it on their profile', async () => {
  const { susan } = await site.people('susan', 'john', 'mary');
  const browser = await site.signedIn(susan);
  await browser.submit('/user/john', '/block/john');
  await browser.submit('/user/mary', '/mute/mary');

  const buttons = async (username: string) => textsOf(await browser.get(`/user/${username}`), '.profile form[data-once] button');
  expect(await buttons('john')).toEqual(['Unblock: john']);
  expect(textOf(await browser.get('/user/john'))).toContain('You block john.');
  expect(await buttons('mary')).toEqual(['Follow', 'Unmute: mary']);
});

describe('blocking', () => {
  it('ends following both ways, and hides each from the other', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.follow(susan, john);
    await site.follow(john, susan);
    const [id] = await site.posted([susan, 'from susan'], [john, 'from john']);
    const [hers, his] = [await site.signedIn(susan), await site.signedIn(john)];
    const follow = await his.fill('/user/susan', '/unfollow/susan');
    const write = await his.fill('/send_message/susan', '/send_message/susan', { message: 'hello?' });

    await hers.submit('/user/john', '/block/john');

    for (const [browser, text] of [
      [hers, 'from john'],
      [his, 'from susan'],
    ] as const) {
      for (const path of ['/', '/explore', '/user/john', '/user/susan']) {
        const own = path.endsWith(text.slice(5)) ? path : '';
        if (own === '') expect(postsOf(await browser.get(path))).not.toContain(text);
      }
    }
    expect(postsOf(await his.get('/user/susan'))).toEqual([]);
    expect((await his.get(`/post/${id}`)).status).toBe(404);
    expect(flashOf(await his.follow(await his.send({ ...follow, path: '/follow/susan' })))).toBe(
      'One of you keeps the other away.',
    );
    expect((await his.send(write)).status).toBe(403);
    expect(await site.count('follow')).toBe(0);
    expect(await site.count('message')).toBe(0);
    const counters = await site.rows<{ n: number }>('SELECT followers_count + following_count AS n FROM `user`');
    expect(counters.map(({ n }) => Number(n))).toEqual([0, 0]);

    await hers.submit('/user/john', '/unblock/john');
    expect(postsOf(await his.get('/user/susan'))).toEqual(['from susan']);
  });

  it('holds both ways when each blocks the other, whoever was first', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [hers, his] = await site.posted([susan, 'from susan'], [john, 'from john']);
    const [susans, johns] = [await site.signedIn(susan), await site.signedIn(john)];
    await susans.submit('/user/john', '/block/john');
    await johns.submit('/user/susan', '/block/susan');

    expect((await susans.get(`/post/${his}`)).status).toBe(404);
    expect((await johns.get(`/post/${hers}`)).status).toBe(404);

    await susans.submit('/user/john', '/unblock/john');
    expect((await susans.get(`/post/${his}`)).status).toBe(404);
    expect((await johns.get(`/user/susan`)).$('.post')).toHaveLength(0);
  });

  it('holds for who is muted as well', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id] = await site.posted([john, 'from john']);
    const [hers, his] = [await site.signedIn(susan), await site.signedIn(john)];
    await hers.submit('/user/john', '/mute/john');
    await his.submit('/user/susan', '/block/susan');

    expect((await hers.get(`/post/${id}`)).status).toBe(404);
  });

  it('is not for oneself, nor for who is not there', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const token = (await browser.get('/')).$('[name=csrf_token]').first().attr('value') ?? '';
    for (const verb of ['block', 'mute']) {
      expect((await browser.post(`/${verb}/susan`, { csrf_token: token })).status).toBe(400);
      expect((await browser.post(`/${verb}/nobody`, { csrf_token: token })).status).toBe(404);
      expect((await browser.post(`/${verb}/susan`)).status).toBe(403);
    }
    expect(await site.count('restriction')).toBe(0);
  });
});
