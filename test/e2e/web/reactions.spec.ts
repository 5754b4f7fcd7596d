import { ReactionsService } from '../../../src/posts/reactions/reactions.service';
import { RestrictionsService } from '../../../src/restrictions/restrictions.service';
import type { Viewer } from '../../../src/common/viewer';
import { postsOf, textsOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

type Page = Awaited<ReturnType<ReturnType<typeof site.browser>['get']>>;

/** What a button below a post says: pressed or not, and the number beside it. */
const buttonOf = ({ $ }: Page, id: number, kind: string): [string | undefined, string] => {
  const button = $(`#post-${id} .post-action-${kind}`);
  return [button.attr('aria-pressed'), button.find('span').text()];
};

it('a post and its repost stand on one page, each for itself, and a button leads back to the one it was pressed at', async () => {
  const { susan, john } = await site.people('susan', 'john');
  const [id = 0] = await site.posted([john, 'one']);
  await site.app.get(ReactionsService).repost(id, { id: john.id } as Viewer);
  const browser = await site.signedIn(susan);

  const { $ } = await browser.get('/user/john');
  const ids = $('[id]')
    .toArray()
    .map((element) => $(element).attr('id'));
  const repost = $(`.post[data-post="${id}"]`).first().attr('id') ?? '';
  const { values } = await browser.fill('/user/john', `/post/${id}/like`);
  values.set('at', repost.replace('post-', ''));

  expect(ids).toEqual([...new Set(ids)]);
  expect($(`.post[data-post="${id}"]`)).toHaveLength(2);
  expect($(`#${repost} .post-action-like`).attr('value')).toBe(repost.replace('post-', ''));
  expect((await browser.post(`/post/${id}/like`, values)).location).toBe(`/user/john#${repost}`);
});

describe.each(['like', 'repost'])('%s', (kind) => {
  it('counts once, shows that it was you, and leads back to where it was pressed', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id = 0] = await site.posted([john, 'one']);
    const browser = await site.signedIn(susan);
    const form = await browser.fill('/explore', `/post/${id}/${kind}`);

    const answers = [await browser.send(form), await browser.send(form)];

    expect(answers.map(({ status, location }) => [status, location])).toEqual(Array(2).fill([303, `/explore#post-${id}`]));
    expect(buttonOf(await browser.get('/explore'), id, kind)).toEqual(['true', '1']);
    expect(buttonOf(await (await site.signedIn(john)).get('/explore'), id, kind)).toEqual(['false', '1']);

    await browser.submit('/explore', `/post/${id}/un${kind}`);
    await browser.post(`/post/${id}/un${kind}`, { csrf_token: form.values.get('csrf_token') ?? '' });
    expect(buttonOf(await browser.get('/explore'), id, kind)).toEqual(['false', '']);
  });

  it('counts each of many at once, and takes back each', async () => {
    const { susan, john, mary, david } = await site.people('susan', 'john', 'mary', 'david');
    const [id = 0] = await site.posted([susan, 'one']);
    const service = site.app.get(ReactionsService);
    const all = [susan, john, mary, david].map(({ id: one }) => ({ id: one }) as Viewer);
    const [add, undo] = kind === 'like' ? (['like', 'unlike'] as const) : (['repost', 'unrepost'] as const);

    await Promise.all([...all, ...all].map((one) => service[add](id, one)));
    expect(buttonOf(await (await site.signedIn(susan)).get(`/post/${id}`), id, kind)).toEqual(['true', '4']);

    await Promise.all([...all, ...all].map((one) => service[undo](id, one)));
    expect(buttonOf(await (await site.signedIn(susan)).get(`/post/${id}`), id, kind)).toEqual(['false', '']);
  });

  it('is refused for a post that is not there, for a repost, and for people who are kept apart', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id = 0] = await site.posted([john, 'one']);
    await site.app.get(ReactionsService).repost(id, { id: susan.id } as Viewer);
    const browser = await site.signedIn(susan);
    const { values } = await browser.fill('/explore', `/post/${id}/like`);
    for (const wrong of [id + 1, 999_999, '0', 'x', '9223372036854775808']) {
      expect((await browser.post(`/post/${wrong}/${kind}`, values)).status).toBe(404);
    }
    await site.app.get(RestrictionsService).block(john.id, susan.id);

    expect((await browser.post(`/post/${id}/${kind}`, values)).status).toBe(404);
    expect(await site.count('post_like')).toBe(0);
  });

  it('is refused for a post of somebody who leaves: to readers it is gone', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id = 0] = await site.posted([john, 'one']);
    const browser = await site.signedIn(susan);
    const { values } = await browser.fill('/explore', `/post/${id}/like`);
    await site.rows(`UPDATE \`user\` SET deletes_at = '2100-01-01 00:00:00.000000' WHERE id = ${john.id}`);

    expect((await browser.post(`/post/${id}/${kind}`, values)).status).toBe(404);
    expect(await site.count('post_like')).toBe(0);
  });

  it('does nothing without the token', async () => {
    const { susan } = await site.people('susan');
    const [id = 0] = await site.posted([susan, 'one']);
    expect((await (await site.signedIn(susan)).post(`/post/${id}/${kind}`)).status).toBe(403);
    expect(buttonOf(await (await site.signedIn(susan)).get(`/post/${id}`), id, kind)).toEqual(['false', '']);
  });
});

describe('a repost', () => {
  it('brings a post to those who follow whoever passed it on, says who, and goes with the original', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(susan, john);
    const [id = 0] = await site.posted([mary, 'from mary'], [john, 'from john']);
    await site.app.get(ReactionsService).repost(id, { id: john.id } as Viewer);
    const browser = await site.signedIn(susan);

    const home = await browser.get('/');

    expect(postsOf(home)).toEqual(['from mary', 'from john']);
    expect(textsOf(home, '.post-why')).toEqual(['john reposted']);
    expect(textsOf(home, '.post-author').slice(0, 1)).toEqual(['mary']);
    expect(postsOf(await browser.get('/explore'))).toEqual(['from john', 'from mary']);
    expect(postsOf(await browser.get('/user/john'))).toEqual(['from mary', 'from john']);
    expect(
      (await site.rows<{ n: number }>("SELECT posts_count AS n FROM `user` WHERE username = 'john'")).map(({ n }) => Number(n)),
    ).toEqual([1]);

    await (await site.signedIn(mary)).submit(`/post/${id}`, `/post/${id}/delete`);
    expect(postsOf(await browser.get('/'))).toEqual(['from john']);
  });
});

describe('a bookmark', () => {
  it('keeps a post for later, the last kept first, for nobody else to see', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [one = 0, two = 0] = await site.posted([john, 'one'], [john, 'two']);
    const browser = await site.signedIn(susan);
    expect((await browser.get('/bookmarks')).$('.empty-state')).toHaveLength(1);

    for (const id of [two, one]) await browser.submit('/explore', `/post/${id}/bookmark`);

    expect(postsOf(await browser.get('/bookmarks'))).toEqual(['one', 'two']);
    expect(postsOf(await (await site.signedIn(john)).get('/bookmarks'))).toEqual([]);
    await browser.submit('/bookmarks', `/post/${one}/unbookmark`);
    expect(postsOf(await browser.get('/bookmarks'))).toEqual(['two']);
  });
});

it('gives a script the post alone, as it is now', async () => {
  const { susan } = await site.people('susan');
  const [id = 0] = await site.posted([susan, 'one']);
  const browser = await site.signedIn(susan);
  const form = await browser.fill('/explore', `/post/${id}/like`);
  form.values.set('next', `/post/${id}/card`);

  const card = await browser.follow(await browser.send(form));

  expect(card.body).not.toContain('<html');
  expect(buttonOf(card, id, 'like')).toEqual(['true', '1']);
});
