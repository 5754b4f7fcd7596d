import type { BrowserSession, PageAnswer } from '../../support/browser-session';
import { flashOf, postsOf, textsOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

/** Sends a button's form, also where no page shows that button. */
async function press(browser: BrowserSession, path: string): Promise<PageAnswer> {
  const token = (await browser.get('/')).$('[name=csrf_token]').attr('value') ?? '';
  return browser.post(path, { csrf_token: token });
}

const countsOf = async (browser: BrowserSession, username: string): Promise<string[]> =>
  textsOf(await browser.get(`/user/${username}`), '.profile-counts a');

describe('following', () => {
  it('begins at a button, and says so on the profile', async () => {
    const { susan } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);

    const answer = await browser.submit('/user/john', '/follow/john');

    expect([answer.status, answer.location]).toEqual([303, '/user/john']);
    expect(flashOf(await browser.follow(answer))).toBe('You are following john!');
    expect(await countsOf(browser, 'john')).toEqual(['1 follower', '0 following']);
    expect(await countsOf(browser, 'susan')).toEqual(['0 followers', '1 following']);
  });

  it('brings the posts home, and unfollowing takes them away', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.posted([john, 'hello']);
    const browser = await site.signedIn(susan);
    expect(postsOf(await browser.get('/'))).toEqual([]);

    await browser.submit('/user/john', '/follow/john');
    expect(postsOf(await browser.get('/'))).toEqual(['hello']);

    const answer = await browser.submit('/user/john', '/unfollow/john');
    expect([answer.status, answer.location]).toEqual([303, '/user/john']);
    expect(flashOf(await browser.follow(answer))).toBe('You are not following john.');
    expect(postsOf(await browser.get('/'))).toEqual([]);
    expect(await countsOf(browser, 'john')).toEqual(['0 followers', '0 following']);
  });

  it('from a list leads back to it, so that several can be followed one after the other', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(john, mary);
    await site.posted([mary, 'hello']);
    const browser = await site.signedIn(susan);

    const home = await browser.submit('/', '/follow/mary');
    expect([home.status, home.location]).toEqual([303, '/#person-mary']);
    expect(flashOf(await browser.follow(home))).toBe('You are following mary!');

    const path = '/user/john/following';
    for (const verb of ['unfollow', 'follow'])
      expect((await browser.submit(path, `/${verb}/mary`)).location).toBe(`${path}#person-mary`);
    expect((await browser.get(path)).$('#person-mary')).toHaveLength(1);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'leads to no other site: %s',
    async (next) => {
      const { susan } = await site.people('susan', 'john');
      const browser = await site.signedIn(susan);
      const csrf_token = (await browser.get('/')).$('[name=csrf_token]').attr('value') ?? '';

      for (const path of ['/follow/john', '/unfollow/john', '/unmute/john', '/unblock/john'])
        expect((await browser.post(path, { csrf_token, next })).location).toBe('/user/john');
    },
  );

  it('twice is harmless, and so is unfollowing twice', async () => {
    const { susan } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);

    for (const _ of [1, 2]) expect((await press(browser, '/follow/john')).status).toBe(303);
    expect(await countsOf(browser, 'john')).toEqual(['1 follower', '0 following']);
    expect(await site.count('follow')).toBe(1);

    for (const _ of [1, 2]) expect((await press(browser, '/unfollow/john')).status).toBe(303);
    expect(await countsOf(browser, 'john')).toEqual(['0 followers', '0 following']);
  });

  it.each([
    ['/follow/susan', 'You cannot follow yourself!'],
    ['/follow/SUSAN', 'You cannot follow yourself!'],
    ['/unfollow/susan', 'You cannot unfollow yourself!'],
  ])('is not for oneself: %s', async (path, message) => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    const answer = await press(browser, path);

    expect(answer.status).toBe(303);
    expect(flashOf(await browser.follow(answer))).toBe(message);
    expect(await countsOf(browser, 'susan')).toEqual(['0 followers', '0 following']);
  });

  it.each(['follow', 'unfollow'])('leads home from somebody unknown: /%s/nobody', async (action) => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    const answer = await press(browser, `/${action}/nobody`);

    expect([answer.status, answer.location]).toEqual([303, '/']);
    expect(flashOf(await browser.follow(answer))).toBe('User nobody not found.');
  });

  it('says in a sentence that fits that somebody with an endless name is unknown', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    const answer = await press(browser, `/follow/${'x'.repeat(6000)}`);

    expect(flashOf(await browser.follow(answer))).toMatch(/^User x{1,100}… not found\.$/);
  });

  it('has a limit, at which those who are followed already stay so', async () => {
    const { susan, john } = await site.people('susan', 'john', 'mary');
    await site.follow(susan, john);
    await site.rows(`UPDATE \`user\` SET following_count = 5000 WHERE id = ${susan.id}`);
    const browser = await site.signedIn(susan);

    const refused = await browser.follow(await press(browser, '/follow/mary'));
    const again = await browser.follow(await press(browser, '/follow/john'));

    expect(flashOf(refused)).toBe('You follow 5,000 people already, and that is the limit.');
    expect(flashOf(again)).toBe('You are following john!');
    expect(await countsOf(browser, 'mary')).toEqual(['0 followers', '0 following']);
    expect(await site.count('follow')).toBe(1);
  });

  it('does not mind how the name is spelled', async () => {
    const { susan } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);

    const answer = await press(browser, '/follow/JOHN');

    expect(answer.location).toBe('/user/john');
    expect(flashOf(await browser.follow(answer))).toBe('You are following john!');
  });

  it.each(['/follow/john', '/unfollow/john'])('does not happen by following a link: %s', async (path) => {
    const { susan, john } = await site.people('susan', 'john');
    await site.follow(susan, john);
    const browser = await site.signedIn(susan);

    const answer = await browser.get(path);

    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
    expect(await site.count('follow')).toBe(1);
  });

  it.each(['/follow/john', '/unfollow/mary'])('needs the proof that it was meant: %s', async (path) => {
    const { susan, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(susan, mary);
    const browser = await site.signedIn(susan);

    expect((await browser.post(path)).status).toBe(403);
    expect(await site.rows('SELECT followed_id AS id FROM follow')).toEqual([{ id: mary.id }]);
  });
});
