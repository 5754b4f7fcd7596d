import type { Viewer } from '../../../src/common/viewer';
import { MessageSearchService } from '../../../src/search/message-search.service';
import { MessagesService } from '../../../src/messages/messages.service';
import { PostsService } from '../../../src/posts/posts.service';
import { RestrictionsService } from '../../../src/restrictions/restrictions.service';
import { Reindexer } from '../../../src/search/index/reindexer.service';
import { UsersRepository } from '../../../src/users/users.repository';
import type { BrowserSession } from '../../support/browser-session';
import { useApi } from '../api/api-client';
import { pagerOf, postsOf, textOf, textsOf } from './page';
import { DAY, useSite } from '../../support/site';

const site = useSite({ POSTS_PER_PAGE: '3' });
const api = useApi(site);

const at = (q: string, more = ''): string => `/search?q=${encodeURIComponent(q)}${more}`;
const find = async (browser: BrowserSession, q: string): Promise<string[]> => postsOf(await browser.get(at(q)));
const index = () => site.app.get(Reindexer).run(new AbortController().signal);

afterEach(async () => {
  for (const table of ['search_posting', 'search_term', 'search_state']) await site.rows(`DELETE FROM ${table}`);
});

/** Before the index is built, and after: the same is found. */
describe.each(['without an index', 'with an index'])('searching %s', (kind) => {
  const ready = async (): Promise<void> => {
    if (kind === 'with an index') await index();
    await site.workOff();
  };

  it('finds words, the newest first, and leads on to older ones', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await ready();
    await site.posted([susan, 'One café'], [john, 'two CAFES'], [susan, 'tea'], [john, 'three cafe'], [susan, 'four café!']);
    await site.workOff();
    const browser = await site.signedIn(susan);

    const page = await browser.get(at('café'));

    expect(postsOf(page)).toEqual(['four café!', 'three cafe', 'two CAFES']);
    expect(textsOf(page, 'mark')).toEqual(['café', 'cafe', 'CAFES']);
    const older = pagerOf(page).older ?? '';
    expect(new URL(older, site.app.url).searchParams.get('q')).toBe('café');
    expect(postsOf(await browser.get(older))).toEqual(['One café']);
    expect(pagerOf(await browser.get(older)).newer).toBe(at('café').replace('%C3%A9', '%C3%A9'));
  });

  it('follows what is edited and deleted at once', async () => {
    const { susan } = await site.people('susan');
    await ready();
    const viewer = { id: susan.id } as Viewer;
    const [edited = 0, deleted = 0] = await site.posted([susan, 'a heron'], [susan, 'the heron again']);
    await site.workOff();
    const browser = await site.signedIn(susan);
    expect(await find(browser, 'heron')).toHaveLength(2);

    await site.app.get(PostsService).remove(deleted, viewer);
    await site.app.get(PostsService).edit(edited, { body: 'a stork' }, viewer);

    expect(await find(browser, 'heron')).toEqual([]);
    await site.workOff();
    expect(await find(browser, 'stork')).toEqual(['a stork']);
  });

  it('shows nothing of who is muted, blocked, suspended or leaving', async () => {
    const { susan, ann, bob, cid } = await site.people('susan', 'ann', 'bob', 'cid');
    await ready();
    await site.posted([susan, 'owl 1'], [ann, 'owl 2'], [bob, 'owl 3'], [cid, 'owl 4']);
    await site.workOff();
    await site.app.get(RestrictionsService).mute(susan.id, ann.id);
    await site.app.get(RestrictionsService).block(bob.id, susan.id);
    await site.app.get(UsersRepository).suspend(cid.id, new Date());

    expect(await find(await site.signedIn(susan), 'owl')).toEqual(['owl 1']);
  });

  it('is narrowed by operators', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.follow(susan, john);
    await ready();
    const [first = 0] = await site.posted([susan, 'kite one'], [john, 'kite two https://example.com']);
    await site.app.get(PostsService).publish(john.id, { body: 'kite three', inReplyTo: first, language: 'es' });
    await site.workOff();
    const browser = await site.signedIn(susan);

    expect(await find(browser, 'kite from:susan')).toEqual(['kite one']);
    expect(await find(browser, 'from:@JOHN')).toEqual(['kite three', 'kite two https://example.com']);
    expect(await find(browser, 'kite to:susan')).toEqual(['kite three']);
    expect(await find(browser, 'kite has:link')).toEqual(['kite two https://example.com']);
    expect(await find(browser, 'kite is:reply lang:es')).toEqual(['kite three']);
    expect(await find(browser, 'kite in:following -three')).toEqual(['kite two https://example.com']);
    expect(await find(browser, 'kite from:nobody')).toEqual([]);
    expect(await find(browser, 'kite before:2020-01-01')).toEqual([]);
    expect(await find(browser, 'kite after:2020-01-01')).toHaveLength(3);
    expect(await find(browser, '"kite one"')).toEqual(['kite one']);
  });

  it('finds a language with its regions, and one region alone', async () => {
    const { susan } = await site.people('susan');
    await ready();
    for (const language of ['pt', 'pt-BR', 'pt-PT', 'fil', 'fi', 'en']) {
      await site.app.get(PostsService).publish(susan.id, { body: `linnet in ${language}`, language });
    }
    await site.workOff();
    const client = await api.as(susan);
    const spoken = async (q: string): Promise<string[]> => {
      const { body } = await client.get(`/api/search?q=${encodeURIComponent(q)}`);
      return (body.items as { language: string }[]).map(({ language }) => language);
    };

    expect(await spoken('linnet lang:pt')).toEqual(['pt-PT', 'pt-BR', 'pt']);
    expect(await spoken('lang:PT')).toEqual(['pt-PT', 'pt-BR', 'pt']);
    expect(await spoken('linnet lang:PT-br')).toEqual(['pt-BR']);
    expect(await spoken('linnet lang:fil')).toEqual(['fil']);
    expect(await spoken('linnet lang:fi')).toEqual(['fi']);
    expect(await spoken('linnet lang:en-GB')).toEqual([]);
  });

  it('puts what says it best first, when that is asked for', async () => {
    const { susan } = await site.people('susan');
    await ready();
    await site.posted(
      [susan, 'fox fox'],
      [susan, 'a fox and many other words that have nothing to do with it at all'],
      [susan, 'fox'],
    );
    await site.workOff();
    const browser = await site.signedIn(susan);

    expect(postsOf(await browser.get(at('fox', '&sort=best')))).toEqual([
      'fox fox',
      'fox',
      'a fox and many other words that have nothing to do with it at all',
    ]);
  });
});

describe('the page for searching', () => {
  it('is reached from the menu, and leads to explore when nothing is looked for', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    const form = (await browser.get('/')).$('form[role=search]').first();
    expect([form.attr('method'), form.attr('action'), form.find('[name=csrf_token]').length]).toEqual(['get', '/search', 0]);
    for (const q of ['', '  ', '""', '!!!']) expect((await browser.get(at(q))).location).toBe('/explore');
    expect((await browser.get('/search')).location).toBe('/explore');
    expect((await browser.get('/search?q=a&q=b')).location).toBe('/explore');
    expect((await site.browser().get(at('x'))).location).toContain('/auth/login');
  });

  it('finds people and tags that begin so', async () => {
    const { susan, susanna } = await site.people('susan', 'susanna', 'john');
    await site.posted([susan, '#sushi']);
    const browser = await site.signedIn(susan);

    const page = await browser.get(at('Sus'));
    expect(textsOf(page, '.found a')).toEqual(['susan', 'susanna', '#sushi']);
    expect(textsOf(page, '.empty-state-title')).not.toContain('Nothing was found');
    expect(textsOf(await browser.get(at('@sus')), '.found a')).toEqual(['susan', 'susanna']);
    const told = await browser.get('/search/suggestions?q=sus', { accept: 'application/json' });
    expect(JSON.parse(told.body)).toEqual(['@susan', '@susanna', '#sushi']);
    await site.app.get(RestrictionsService).block(susanna.id, susan.id);
    expect(textsOf(await browser.get(at('susa')), '.found a')).toEqual(['susan']);
  });

  it.each([
    ['x'.repeat(501), 'Search for 500 characters at most.'],
    ['word '.repeat(21), 'Search for 20 words at most.'],
    ['from:', 'Say what comes after from:'],
    ['is:cake', 'After is: only reply can stand.'],
    ['lang:english', 'After lang: the code of a language must stand, such as pt or pt-BR.'],
    ['before:tomorrow', 'After before: a day must stand, such as 2026-01-31.'],
  ])('says what is wrong with %j', async (q, problem) => {
    const { susan } = await site.people('susan');
    const { status, $ } = await (await site.signedIn(susan)).get(at(q));
    expect([status, $('.flash-danger').text().trim(), $('main input[name=q]').val()]).toEqual([422, problem, q]);
  });

  it.each([
    "' OR 1=1 --",
    '" OR "" = "',
    'a* NEAR(b c) ^d {e}',
    '%_%',
    'NOT AND OR',
    ')) UNION SELECT',
    '\\',
    '<script>alert(1)</script>',
    '{{x}} $t(a)',
  ])('takes %j for words', async (q) => {
    const { susan } = await site.people('susan');
    await site.posted([susan, `Somebody said ${q}`]);
    await index();
    const browser = await site.signedIn(susan);
    const { status, body } = await browser.get(at(q));
    expect([200, 303]).toContain(status);
    expect(body).not.toContain('<script>alert');
  });

  it('looks no further than so many posts at once, and goes on when asked', async () => {
    const { susan } = await site.people('susan');
    await site.posted([susan, 'the needle']);
    const hay = Array.from({ length: 4_500 }, (_, n) => `(${susan.id}, 'hay ${n}', '2026-01-01 00:00:00')`);
    await site.rows(`INSERT INTO post (author_id, body, created_at) VALUES ${hay.join(', ')}`);
    const browser = await site.signedIn(susan);

    const page = await browser.get(at('needle'));
    expect([postsOf(page), textOf(page)]).toEqual([[], expect.stringContaining('Go on to look further back.')]);
    expect(postsOf(await browser.get(pagerOf(page).older ?? ''))).toEqual(['the needle']);
    await index();
    expect(await find(browser, 'needle')).toEqual(['the needle']);
  });
});

describe('searching private messages', () => {
  it('finds what one wrote and was written, and nothing of others', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    const send = (from: { id: number }, to: { id: number }, body: string) =>
      site.app.get(MessagesService).send(from.id, to.id, { body });
    await send(susan, john, 'the robin 1');
    await send(john, susan, 'which ROBINS? 2');
    await send(john, mary, 'a robin too 3');
    const browser = await site.signedIn(susan);
    const said = async (q: string) => textsOf(await browser.get(`/messages/search?q=${encodeURIComponent(q)}`), '.post-body');

    expect(await said('robin')).toEqual(['which ROBINS? 2', 'the robin 1']);
    expect(await said('robin -which')).toEqual(['the robin 1']);
    expect(await said('sparrow')).toEqual([]);
    expect((await browser.get('/messages/search?q=')).location).toBe('/messages');
    expect((await browser.get('/messages/search?q=from:')).status).toBe(422);
    await index();
    expect(await find(browser, 'robin')).toEqual([]);
  });

  it('leads on to older ones', async () => {
    const { susan, john } = await site.people('susan', 'john');
    for (const n of [1, 2, 3, 4, 5]) await site.app.get(MessagesService).send(susan.id, john.id, { body: `robin ${n}` });
    const browser = await site.signedIn(susan);

    const page = await browser.get('/messages/search?q=robin');
    expect(textsOf(page, '.post-body')).toEqual(['robin 5', 'robin 4', 'robin 3']);
    expect(textsOf(await browser.get(pagerOf(page).older ?? ''), '.post-body')).toEqual(['robin 2', 'robin 1']);
  });

  it('is narrowed by who wrote it, to whom and when, with words and without', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    const send = (from: { id: number }, to: { id: number }, body: string) =>
      site.app.get(MessagesService).send(from.id, to.id, { body });
    await send(susan, john, 'cake 1');
    await send(john, susan, 'cake 2');
    await send(john, susan, 'tea 3');
    site.later(2 * DAY);
    await send(susan, mary, 'cake 4');
    await send(mary, susan, 'cake 5');
    await send(john, mary, 'cake 6, of others');
    const between = new Date(Date.now() + DAY).toISOString().slice(0, 10);
    const browser = await site.signedIn(susan);
    const said = async (q: string) => textsOf(await browser.get(`/messages/search?q=${encodeURIComponent(q)}`), '.post-body');

    expect(await said('cake from:john')).toEqual(['cake 2']);
    expect(await said('from:@JOHN')).toEqual(['tea 3', 'cake 2']);
    expect(await said('cake from:susan')).toEqual(['cake 4', 'cake 1']);
    expect(await said('to:john')).toEqual(['cake 1']);
    expect(await said('to:susan -tea')).toEqual(['cake 5', 'cake 2']);
    expect(await said('from:susan to:mary')).toEqual(['cake 4']);
    expect(await said('from:mary to:susan')).toEqual(['cake 5']);
    expect(await said('from:john to:mary')).toEqual([]);
    expect(await said('cake from:nobody')).toEqual([]);
    expect(await said(`cake before:${between}`)).toEqual(['cake 2', 'cake 1']);
    expect(await said(`cake after:${between}`)).toEqual(['cake 5', 'cake 4']);
    expect(await said(`from:john before:${between}`)).toEqual(['tea 3', 'cake 2']);
    expect(await said(`from:john after:${between}`)).toEqual([]);
    expect(await said(`after:${between}`)).toEqual(['cake 5', 'cake 4']);
    expect(await said('before:2020-01-01')).toEqual([]);
    expect(await said('after:2020-01-01')).toEqual(['cake 5', 'cake 4', 'tea 3']);
    const older = pagerOf(await browser.get('/messages/search?q=after:2020-01-01')).older ?? '';
    expect(textsOf(await browser.get(older), '.post-body')).toEqual(['cake 2', 'cake 1']);
  });

  it.each(['has:link', 'lang:es', 'is:reply', 'in:following', 'is:cake'])(
    'refuses %s, which narrows posts alone',
    async (filter) => {
      const { susan } = await site.people('susan');
      const browser = await site.signedIn(susan);

      const { status, $ } = await browser.get(`/messages/search?q=${encodeURIComponent(`cake ${filter}`)}`);

      const problem = `${filter.split(':')[0]}: narrows a search of posts only. Among messages there are from:, to:, before: and after:.`;
      expect([status, $('.flash-danger').text().trim()]).toEqual([422, problem]);
      expect($('.search-help code').text()).not.toContain(`${filter.split(':')[0]}:`);
    },
  );

  it('that has found nothing yet does not say that there is nothing', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    jest.spyOn(site.app.get(MessageSearchService), 'search').mockResolvedValueOnce({ messages: [], next: 7 });

    const page = await browser.get('/messages/search?q=robin');

    expect(textsOf(page, '.lead')).toEqual(['The search looked at your newest messages only. Go on to look further back.']);
    expect(textsOf(page, '.empty-state')).toEqual([]);
    expect(pagerOf(page).older).toBe('/messages/search?q=robin&before=7');
    expect(textsOf(await browser.get('/messages/search?q=robin'), '.empty-state')).toHaveLength(1);
  });
});

describe('/api/search', () => {
  it('finds the same', async () => {
    const { susan } = await site.people('susan');
    await site.posted([susan, 'a wren #wrens'], [susan, 'wren two'], [susan, 'wren three']);
    const client = await api.as(susan);

    const { status, body } = await client.get('/api/search?q=wren&per_page=2');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: [{ body: 'wren three' }, { body: 'wren two' }],
      people: [],
      tags: ['wrens'],
      cut: false,
    });
    expect((await client.get(body._links.next)).body.items).toMatchObject([{ body: 'a wren #wrens' }]);
    expect((await client.get('/api/search?q=wren&sort=best')).body.items).toHaveLength(3);
    for (const path of ['/api/search', '/api/search?q=', '/api/search?q=from:'])
      expect((await client.get(path)).status).toBe(400);
  });
});
