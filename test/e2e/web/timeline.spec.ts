import type { Person } from '../../factories/factories';
import type { BrowserSession, PageAnswer } from '../../support/browser-session';
import { pagerOf, postsOf, textOf, textsOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

/** `numbered(1, 3)` is `['3', '2', '1']`: what a page shows of posts that count upwards. */
const numbered = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, index) => String(to - index));

const posts = (author: Person, count: number): Promise<number[]> =>
  site.posted(...Array.from({ length: count }, (_, index) => [author, String(index + 1)] as const));

describe('home', () => {
  it('greets its reader, and has the form to write with', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    const home = await browser.get('/');

    expect(home.$('title').text()).toBe('Home - Microblog');
    expect(home.$('h1').text()).toBe('Hi, susan!');
    expect(home.$('form.composer textarea[name=post]')).toHaveLength(1);
    expect(textsOf(home, 'nav a[aria-current=page]')).toEqual(['Home']);
    const index = await browser.get('/index');
    expect(index.status).toBe(200);
    expect(index.$('h1').text()).toBe('Hi, susan!');
  });

  it('shows susan the posts of those she follows and her own, newest first', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(susan, john);
    await site.follow(mary, susan);
    await site.posted([john, 'one'], [mary, 'unseen'], [susan, 'two'], [john, 'three']);

    const home = await (await site.signedIn(susan)).get('/');

    expect(postsOf(home)).toEqual(['three', 'two', 'one']);
    expect(textsOf(home, '.post-author')).toEqual(['john', 'susan', 'john']);
  });

  it('welcomes a reader with an empty page by people to follow', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(mary, john);
    await site.posted([john, 'hello'], [mary, 'hello']);

    const home = await (await site.signedIn(susan)).get('/');

    expect(textOf(home)).toContain('It is quiet here');
    expect(home.$('form[action="/follow/john"]')).toHaveLength(1);
    expect(home.$('form[action="/follow/susan"]')).toHaveLength(0);
  });
});

describe('explore', () => {
  it('shows everything that is said, newest first, without the form', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.posted([john, 'one'], [mary, 'two'], [susan, 'three']);

    const explore = await (await site.signedIn(susan)).get('/explore');

    expect(explore.$('title').text()).toBe('Explore - Microblog');
    expect(postsOf(explore)).toEqual(['three', 'two', 'one']);
    expect(explore.$('form.composer')).toHaveLength(0);
  });

  it('says when nobody has said anything', async () => {
    const { susan } = await site.people('susan');

    expect(textOf(await (await site.signedIn(susan)).get('/explore'))).toContain('Nobody has said anything yet');
  });
});

describe('a post in a list', () => {
  it('has its author, their picture, its moment in words and to the second, and its own page', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id] = await site.posted([john, 'hello']);

    const { $ } = await (await site.signedIn(susan)).get('/explore');

    expect($('.post-author a').attr('href')).toBe('/user/john');
    expect($('.post .avatar').attr('src')).toBe(`/avatar/${john.id}.svg?s=70`);
    expect($('.post-time').attr('href')).toBe(`/post/${id}#post-${id}`);
    const time = $('.post-time time');
    expect(time.attr('datetime')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(time.text()).toBe('now');
    expect(time.attr('title')).toMatch(/at .* UTC$/);
  });

  it('tells its age in the reader’s words, and keeps the moment to the thousandth', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    await site.posted([susan, 'hello']);
    const moment = (await browser.get('/')).$('.post time').attr('datetime');

    site.later(2 * 60_000);
    expect((await browser.get('/')).$('.post time').text()).toBe('2 minutes ago');
    browser.acceptLanguage = 'es';
    expect((await browser.get('/')).$('.post time').text()).toBe('hace 2 minutos');
    expect((await browser.get('/')).$('.post time').attr('datetime')).toBe(moment);
  });

  it('keeps the order in which it was written, also within one second', async () => {
    const { susan } = await site.people('susan');
    await posts(susan, 20);
    const browser = await site.signedIn(susan);

    for (const path of ['/', '/explore', '/user/susan']) expect(postsOf(await browser.get(path))).toEqual(numbered(1, 20));
  });
});

describe.each([
  ['home', '/'],
  ['explore', '/explore'],
  ['a profile', '/user/susan'],
])('the pages of %s', (_, path) => {
  let browser: BrowserSession;
  const page = (address: string | undefined): Promise<PageAnswer> => browser.get(address ?? '/no-such-link');

  const open = async (count: number): Promise<number[]> => {
    const { susan } = await site.people('susan');
    const ids = await posts(susan, count);
    browser = await site.signedIn(susan);
    return ids;
  };

  it('have no links while one page holds everything', async () => {
    await open(25);

    const only = await page(path);

    expect(postsOf(only)).toHaveLength(25);
    expect(only.$('.pager')).toHaveLength(0);
  });

  it('hold 25 posts each, and lead to the end and back', async () => {
    await open(60);

    const first = await page(path);
    expect(postsOf(first)).toEqual(numbered(36, 60));
    expect(textsOf(first, '.pager a')).toEqual(['Newer posts', 'Older posts']);
    expect(first.$('.pager a.disabled').text()).toContain('Newer posts');
    expect(pagerOf(first).newer).toBeUndefined();
    expect(pagerOf(first).older).toMatch(new RegExp(`^${path}\\?before=\\d+$`));

    const second = await page(pagerOf(first).older);
    expect(postsOf(second)).toEqual(numbered(11, 35));

    const last = await page(pagerOf(second).older);
    expect(postsOf(last)).toEqual(numbered(1, 10));
    expect(pagerOf(last).older).toBeUndefined();
    expect(last.$('.pager a.disabled').text()).toContain('Older posts');

    const back = await page(pagerOf(last).newer);
    expect(postsOf(back)).toEqual(numbered(11, 35));
    expect(postsOf(await page(pagerOf(back).newer))).toEqual(numbered(36, 60));
  });

  it('stay as they are while new posts come in', async () => {
    const ids = await open(30);
    const before = `${path}?before=${ids[10]}`;
    const second = postsOf(await page(before));
    const [susan] = await site.rows<Person>('SELECT id FROM `user`');

    await site.posted([susan as Person, 'news']);

    expect(postsOf(await page(before))).toEqual(second);
    expect(postsOf(await page(path))[0]).toBe('news');
  });

  it('are empty beyond the oldest post, with a way back', async () => {
    const ids = await open(3);

    const beyond = await page(`${path}?before=${ids[0]}`);

    expect(beyond.status).toBe(200);
    expect(postsOf(beyond)).toEqual([]);
    expect(pagerOf(beyond).older).toBeUndefined();
    expect(postsOf(await page(pagerOf(beyond).newer))).toEqual(['3', '2', '1']);
  });

  it('are empty beyond the newest post, with a way back', async () => {
    const ids = await open(3);

    const beyond = await page(`${path}?after=${ids[2]}`);

    expect(beyond.status).toBe(200);
    expect(postsOf(beyond)).toEqual([]);
    expect(pagerOf(beyond).newer).toBeUndefined();
    expect(postsOf(await page(pagerOf(beyond).older))).toEqual(['3', '2', '1']);
  });

  it.each([
    'before=0',
    'before=-1',
    'before=abc',
    'before=',
    'before=1.5',
    'before=1e3',
    'before=0x10',
    'before=9223372036854775807',
    'before=9223372036854775808',
    'before=99999999999999999999999999999999999999',
    'before=9007199254740993',
    'before=nan',
    'before=Infinity',
    'before=1&before=2',
    'before[]=1',
    'before[$gt]=1',
    'before=%F0%9F%90%A6',
    "before=1'%20OR%201=1--",
    'before=%00',
    'after=abc',
    'after=-1e400',
    'page=2',
    'page=99999999999999999999',
    '__proto__[before]=1',
    'constructor=1',
  ])('begin at the first with ?%s', async (query) => {
    await open(2);

    const answer = await page(`${path}?${query}`);

    expect(answer.status).toBe(200);
    expect(postsOf(answer)).toEqual(['2', '1']);
  });
});

describe('POSTS_PER_PAGE', () => {
  const narrow = useSite({ POSTS_PER_PAGE: '2' });

  it('says how many posts a page holds', async () => {
    const { susan } = await narrow.people('susan');
    await narrow.posted([susan, 'one'], [susan, 'two'], [susan, 'three']);
    const browser = await narrow.signedIn(susan);

    for (const path of ['/', '/explore', '/user/susan']) {
      const first = await browser.get(path);
      expect(postsOf(first)).toEqual(['three', 'two']);
      expect(postsOf(await browser.get(pagerOf(first).older ?? ''))).toEqual(['one']);
    }
  });
});
