import { load } from 'cheerio';
import { errorsOf, flashOf, pagerOf, postsOf, textOf, textsOf, valuesOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

const BIRD = '🐦';

describe('a profile', () => {
  it('shows who somebody is, and what they said', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(mary, john);
    await site.follow(john, mary, susan);
    await site.posted([john, 'one'], [mary, 'unseen'], [john, 'two']);
    await (await site.signedIn(john)).submit('/edit_profile', '/edit_profile', { about_me: 'I write about birds.' });

    const profile = await (await site.signedIn(susan)).get('/user/john');

    expect(profile.$('title').text()).toBe('john - Microblog');
    expect(profile.$('h1').text()).toBe('User: john');
    expect(textOf(profile)).toContain('I write about birds.');
    expect(textOf(profile)).toMatch(/Last seen on \w+ \d+, \d{4} at/);
    expect(textsOf(profile, '.profile-counts > *')).toEqual(['2 posts', '1 follower', '2 following']);
    expect(profile.$('.profile .avatar').attr()).toMatchObject({
      width: '256',
      height: '256',
      src: `/avatar/${john.id}.svg?s=256`,
    });
    expect(postsOf(profile)).toEqual(['two', 'one']);
  });

  it('offers to follow or to unfollow, by a form', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(susan, john);
    const browser = await site.signedIn(susan);

    const forms = async (path: string): Promise<string[]> =>
      (await browser.get(path))
        .$('main form')
        .get()
        .map(({ attribs }) => `${attribs.method} ${attribs.action}`);

    expect(await forms('/user/mary')).toEqual(['post /follow/mary', 'post /mute/mary', 'post /block/mary']);
    expect(await forms('/user/john')).toEqual(['post /unfollow/john', 'post /mute/john', 'post /block/john']);
    expect(await forms('/user/susan')).toEqual(['post /export_posts']);
    expect((await browser.get('/user/susan')).$('main a[href="/edit_profile"]').text()).toBe('Edit your profile');
    expect((await browser.get(`/user/${mary.username}`)).$('main a[href="/edit_profile"]')).toHaveLength(0);
  });

  it('is found however the name is spelled, and says how its owner spells it', async () => {
    const { susan } = await site.people('susan', 'JohnDoe');
    const browser = await site.signedIn(susan);

    for (const path of ['/user/johndoe', '/user/JOHNDOE', '/user/JohnDoe/', '/USER/johndoe']) {
      expect((await browser.get(path)).$('h1').text()).toBe('User: JohnDoe');
    }
  });

  it.each([
    'nobody',
    '%2e%2e',
    '..%2f..',
    'a%2Fb',
    'x'.repeat(65),
    'x'.repeat(8000),
    '%F0%9F%90%A6',
    '%00',
    '%27%20OR%201=1%20--',
    '%25',
    'susan%20',
    '*',
    '_____',
  ])('is not found by the name %s', async (name) => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const headers = { accept: 'text/html', cookie: `session=${browser.cookie('session')}` };

    for (const path of ['', '/popup', '/followers', '/following']) {
      const answer = await site.raw(`/user/${name}${path}`, { headers });
      expect(answer.status).toBe(404);
      expect(textOf({ $: load(answer.body) })).toMatch(/^404 Not Found User .{1,65} not found\. Back$/);
    }
  });

  it('tells nobody the address of its owner', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.posted([john, 'hello']);
    const browser = await site.signedIn(susan);

    for (const path of ['/user/john', '/user/john/popup', '/explore', '/user/susan', '/']) {
      expect((await browser.get(path)).body).not.toContain('@example.com');
    }
  });

  it('says so when there is nothing yet', async () => {
    const { susan } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);

    expect(textOf(await browser.get('/user/john'))).toContain('john has not said anything yet');
    expect(textOf(await browser.get('/user/john'))).not.toContain('Last seen');
    expect(textOf(await browser.get('/user/susan'))).toContain('Your posts will live here');
  });
});

it('one’s own profile is the place that the menu says, and that of others is not', async () => {
  const { susan } = await site.people('susan', 'john');
  const browser = await site.signedIn(susan);
  const place = async (path: string) => {
    const link = (await browser.get(path)).$('.site-nav a[aria-current]');
    return [link.attr('href'), link.attr('aria-current')];
  };

  expect(await place('/user/susan')).toEqual(['/user/susan', 'page']);
  for (const list of ['followers', 'following']) expect(await place(`/user/susan/${list}`)).toEqual(['/user/susan', 'true']);
  for (const path of ['', '/followers', '/following']) expect(await place(`/user/john${path}`)).toEqual([undefined, undefined]);
});

describe('the popup of a person', () => {
  it('is a fragment with a small form of its own', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.follow(john, susan);
    await site.signedIn(john).then((browser) => browser.get('/'));
    const browser = await site.signedIn(susan);

    const popup = await browser.get('/user/john/popup');

    expect(popup.body).not.toMatch(/<html|<head|<body|<script/i);
    expect(popup.$('.avatar').attr('src')).toBe(`/avatar/${john.id}.svg?s=64`);
    expect(popup.$('a[href="/user/john"]').text()).toBe('john');
    expect(textOf(popup, '.popup-card')).toContain('0 followers 1 following');
    expect(popup.$('time').attr('data-format')).toBe('short');
    expect((await browser.submit('/user/john/popup', '/follow/john')).location).toBe('/user/john');
    expect((await browser.get('/user/john/popup')).$('form').attr('action')).toBe('/unfollow/john');
  });

  it('has no form for oneself', async () => {
    const { susan } = await site.people('susan');

    expect((await (await site.signedIn(susan)).get('/user/susan/popup')).$('form')).toHaveLength(0);
  });

  it('is announced beside each name in a list of posts', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.posted([john, 'hello']);

    const { $ } = await (await site.signedIn(susan)).get('/explore');

    expect($('.post-author a').attr('data-popup-url')).toBe('/user/john/popup');
  });

  it('leaves the message for the next page to the next page', async () => {
    const { susan } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);
    await browser.submit('/user/john', '/follow/john');

    await browser.get('/user/john/popup');

    expect(flashOf(await browser.get('/user/john'))).toBe('You are following john!');
  });
});

describe('the people around a person', () => {
  it('are listed, the youngest account first, each with a button', async () => {
    const { susan, john, mary, david } = await site.people('susan', 'john', 'mary', 'david');
    await site.follow(john, susan, david);
    await site.follow(mary, john);
    await site.follow(susan, mary, john);
    const browser = await site.signedIn(susan);

    const followers = await browser.get('/user/john/followers');
    const following = await browser.get('/user/john/following');

    expect(followers.$('title').text()).toBe('People who follow john - Microblog');
    expect(textsOf(followers, '.person-name')).toEqual(['mary', 'susan']);
    expect(followers.$('.person form').attr('action')).toBe('/unfollow/mary');
    expect(textsOf(following, '.person-name')).toEqual(['david', 'susan']);
    expect(following.$('.person form').attr('action')).toBe('/follow/david');
    expect(following.$('.person form')).toHaveLength(1);
  });

  it('come in pages', async () => {
    const { susan } = await site.people('susan');
    const names = Array.from({ length: 27 }, (_, index) => `reader${index}`);
    const readers = await site.people(...names);
    for (const reader of Object.values(readers)) await site.follow(reader, susan);
    const browser = await site.signedIn(susan);

    const first = await browser.get('/user/susan/followers');
    expect(textsOf(first, '.person-name')).toEqual(names.slice(2).reverse());
    const last = await browser.get(pagerOf(first).older ?? '');
    expect(textsOf(last, '.person-name')).toEqual(['reader1', 'reader0']);
    expect(textsOf(await browser.get(pagerOf(last).newer ?? ''), '.person-name')).toEqual(names.slice(2).reverse());
    expect(textsOf(await browser.get('/user/susan/followers?before=9223372036854775807'), '.person-name')).toHaveLength(25);
  });

  it('may be none', async () => {
    const { susan } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);

    expect(textOf(await browser.get('/user/john/followers'))).toContain('Nobody follows john yet');
    expect(textOf(await browser.get('/user/john/following'))).toContain('john does not follow anybody yet');
    expect(textOf(await browser.get('/user/susan/followers'))).toContain('Nobody follows you yet');
    expect(textOf(await browser.get('/user/susan/following'))).toContain('You do not follow anybody yet');
  });
});

describe('editing the profile', () => {
  const editor = async () => {
    const { susan } = await site.people('susan');
    return site.signedIn(susan);
  };

  it('begins with what there is', async () => {
    const browser = await editor();
    await browser.submit('/edit_profile', '/edit_profile', { about_me: 'first line\r\nsecond line' });

    const page = await browser.get('/edit_profile');

    expect(page.$('title').text()).toBe('Edit profile - Microblog');
    expect(valuesOf(page)).toEqual({ username: 'susan', about_me: 'first line\nsecond line' });
  });

  it('saves, says so, and stays on the page', async () => {
    const browser = await editor();

    const answer = await browser.submit('/edit_profile', '/edit_profile', { username: 'susanna', about_me: BIRD.repeat(140) });

    expect([answer.status, answer.location]).toEqual([303, '/edit_profile']);
    const page = await browser.follow(answer);
    expect(flashOf(page)).toBe('Your changes have been saved.');
    expect(valuesOf(page)).toEqual({ username: 'susanna', about_me: BIRD.repeat(140) });
    expect((await browser.get('/user/susanna')).status).toBe(200);
    expect((await browser.get('/user/susan')).status).toBe(404);
  });

  it('lets one keep the own name, or change only its case', async () => {
    const browser = await editor();

    expect((await browser.submit('/edit_profile', '/edit_profile', { about_me: 'new' })).status).toBe(303);
    expect((await browser.submit('/edit_profile', '/edit_profile', { username: 'SUSAN' })).status).toBe(303);
    expect((await browser.get('/')).$('h1').text()).toBe('Hi, SUSAN!');
  });

  it.each(['john', 'JOHN'])('refuses the name %s, which somebody else has', async (username) => {
    await site.people('john');
    const browser = await editor();

    const answer = await browser.submit('/edit_profile', '/edit_profile', { username, about_me: 'typed' });

    expect(answer.status).toBe(422);
    expect(errorsOf(answer)).toEqual({ username: 'Please use a different username.' });
    expect(valuesOf(answer)).toEqual({ username, about_me: 'typed' });
    expect((await browser.get('/')).$('h1').text()).toBe('Hi, susan!');
  });

  it.each(['', '..', 'a/b', 'su san', 'x'.repeat(65)])('refuses the name %j', async (username) => {
    const browser = await editor();

    const answer = await browser.submit('/edit_profile', '/edit_profile', { username });

    expect(answer.status).toBe(422);
    expect(Object.keys(errorsOf(answer))).toEqual(['username']);
    expect((await browser.get('/')).$('h1').text()).toBe('Hi, susan!');
  });

  it('refuses more than 140 characters about oneself, and what cannot be stored', async () => {
    const browser = await editor();

    const long = await browser.submit('/edit_profile', '/edit_profile', { about_me: 'x'.repeat(141) });
    const strange = await browser.submit('/edit_profile', '/edit_profile', { about_me: 'a\0b' });

    expect([long.status, strange.status]).toEqual([422, 422]);
    expect(errorsOf(long)).toEqual({ about_me: 'Field must be between 0 and 140 characters long.' });
    expect(errorsOf(strange)).toEqual({ about_me: 'Contains characters that cannot be stored.' });
    expect(valuesOf(await browser.get('/edit_profile'))).toMatchObject({ about_me: '' });
  });

  it('changes nobody else and nothing else', async () => {
    const { john } = await site.people('john');
    const browser = await editor();
    const { values } = await browser.fill('/edit_profile', '/edit_profile', { about_me: 'mine' });
    const extra = { id: String(john.id), role: 'admin', email: 'x@example.com', followers_count: '9', password_hash: '' };

    expect((await browser.post('/edit_profile', new URLSearchParams([...values, ...Object.entries(extra)]))).status).toBe(303);

    const rows = await site.rows<object>('SELECT username, about_me, role, email, followers_count FROM `user` ORDER BY id');
    expect(rows).toEqual([
      { username: 'john', about_me: '', role: 'user', email: 'john@example.com', followers_count: 0 },
      { username: 'susan', about_me: 'mine', role: 'user', email: 'susan@example.com', followers_count: 0 },
    ]);
  });
});

describe('pictures', () => {
  it('are drawn here from the account’s number, the same each time, and kept for ever', async () => {
    const answer = await site.raw('/avatar/7.svg?s=70');

    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.body).toMatch(/^<svg [^>]*width="70"/);
    expect((await site.raw('/avatar/7.svg?s=70')).body).toBe(answer.body);
    expect((await site.raw('/avatar/8.svg?s=70')).body).not.toBe(answer.body);
  });

  it.each(['s=0', 's=-1', 's=abc', 's=', 's=99999999999', 's=1e9', 's=1&s=2', ''])(
    'have a sensible size for ?%s',
    async (query) => {
      const answer = await site.raw(`/avatar/7.svg?${query}`);
      const width = Number(/width="(\d+)"/.exec(answer.body)?.[1]);

      expect(answer.status).toBe(200);
      expect(width).toBeGreaterThanOrEqual(8);
      expect(width).toBeLessThanOrEqual(512);
    },
  );

  it.each(['%3Cscript%3E', 'x'.repeat(8000), '%F0%9F%90%A6', '..'])('come to no harm by the key %s', async (key) => {
    const answer = await site.raw(`/avatar/${key}.svg`);

    expect(answer.status).toBe(200);
    expect(answer.body).not.toContain('script');
  });
});

describe('pictures by Gravatar', () => {
  const gravatar = useSite({ AVATARS: 'gravatar' });

  it('have the address that Gravatar documents, and may be loaded from there only', async () => {
    const { john } = await gravatar.people('john');
    await gravatar.posted([john, 'hello']);
    const browser = await gravatar.signedIn(john);

    const address = 'https://www.gravatar.com/avatar/d4c74594d841139328695756648b6bd6?d=identicon&s=';
    const { $, headers } = await browser.get('/explore');
    expect($('.post .avatar').attr('src')).toBe(`${address}70`);
    expect((await browser.get('/user/john')).$('.profile .avatar').attr('src')).toBe(`${address}256`);
    expect((await browser.get('/user/john/popup')).$('.avatar').attr('src')).toBe(`${address}64`);
    expect(headers['content-security-policy']).toContain("img-src 'self' data: https://www.gravatar.com;");
  });
});
