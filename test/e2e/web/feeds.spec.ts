import { load } from 'cheerio';
import type { Viewer } from '../../../src/common/viewer';
import { Replicas } from '../../../src/database/mysql/replicas';
import { PostsService } from '../../../src/posts/posts.service';
import { ReactionsService } from '../../../src/posts/reactions/reactions.service';
import { RestrictionsService } from '../../../src/restrictions/restrictions.service';
import { UsersRepository } from '../../../src/users/users.repository';
import { useSite } from '../../support/site';

const site = useSite();

const HERS = '/user/susan/feed.atom';
const HERS_JSON = '/user/susan/feed.json';

interface JsonFeed {
  readonly items: Readonly<Record<string, never>>[];
}

const atomAt = async (path: string) => load((await site.raw(path)).body, { xml: true });
const jsonAt = async (path: string): Promise<JsonFeed> => JSON.parse((await site.raw(path)).body) as JsonFeed;
const textsAt = async (path: string) => (await jsonAt(path)).items.map(({ content_text: text }) => text);

describe('a feed', () => {
  it('may be read from a copy of the database, as may what is suggested, and home may not', async () => {
    const { susan } = await site.people('susan');
    await site.posted([susan, 'a #bird']);
    const browser = await site.signedIn(susan);
    const lagging = jest.spyOn(site.app.get(Replicas), 'mayLag');

    await browser.get('/');
    expect(lagging).not.toHaveBeenCalled();
    for (const path of [HERS, '/tag/bird/feed.json', '/search/suggestions?q=su'])
      expect((await browser.get(path)).status).toBe(200);

    expect(lagging).toHaveBeenCalledTimes(3);
    lagging.mockRestore();
  });

  it('tells in Atom what somebody said, the newest first', async () => {
    const { susan } = await site.people('susan');
    const [first, second] = await site.posted(
      [susan, 'one\nand more'],
      [susan, 'Hello @susan about #Birds: https://example.com/?a=1&b=2'],
    );
    const base = site.app.config.http.baseUrl;

    const answer = await site.raw(HERS);

    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(answer.headers['set-cookie']).toBeUndefined();
    const $ = load(answer.body, { xml: true });
    expect($('feed > id').text()).toBe(`${base}${HERS}`);
    expect($('feed > title').text()).toBe('Posts of susan');
    expect($('feed').attr('xml:lang')).toBe('en');
    expect($('feed > link[rel=self]').attr('href')).toBe(`${base}${HERS}`);
    expect($('feed > link[rel=alternate]').attr('href')).toBe(`${base}/user/susan`);
    expect($('feed > icon').text()).toBe(`${base}/avatar/${susan.id}.svg?s=256`);
    const [newest, oldest] = $('entry')
      .get()
      .map((entry) => $(entry));
    expect($('feed > updated').text()).toBe(newest!.children('updated').text());
    expect(newest!.children('id').text()).toBe(`${base}/post/${second}`);
    expect(newest!.children('published').text()).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(newest!.find('author > name').text()).toBe('susan');
    expect(newest!.find('author > uri').text()).toBe(`${base}/user/susan`);
    expect(newest!.children('category').attr('term')).toBe('birds');
    expect(newest!.children('content').text()).toBe(
      `Hello <a href="${base}/user/susan">@susan</a> about <a href="${base}/tag/birds">#Birds</a>: ` +
        '<a href="https://example.com/?a&#x3D;1&amp;b&#x3D;2">https://example.com/?a&#x3D;1&amp;b&#x3D;2</a>',
    );
    expect(oldest!.children('link').attr('href')).toBe(`${base}/post/${first}`);
    expect(oldest!.children('title').text()).toBe('one');
    expect(oldest!.children('content').text()).toBe('one<br>and more');
  });

  it('tells the same as JSON Feed', async () => {
    const { susan } = await site.people('susan');
    const [id] = await site.posted([susan, 'Buenos días a todo el mundo, qué tal estáis #hoy']);
    const base = site.app.config.http.baseUrl;

    const { headers, body } = await site.raw(HERS_JSON);

    expect(headers['content-type']).toBe('application/feed+json; charset=utf-8');
    const at = expect.stringMatching(/Z$/) as string;
    expect(JSON.parse(body)).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Posts of susan',
      home_page_url: `${base}/user/susan`,
      feed_url: `${base}${HERS_JSON}`,
      icon: `${base}/avatar/${susan.id}.svg?s=256`,
      language: 'en',
      items: [
        {
          id: `${base}/post/${id}`,
          url: `${base}/post/${id}`,
          content_html: `Buenos días a todo el mundo, qué tal estáis <a href="${base}/tag/hoy">#hoy</a>`,
          content_text: 'Buenos días a todo el mundo, qué tal estáis #hoy',
          date_published: at,
          date_modified: at,
          authors: [{ name: 'susan', url: `${base}/user/susan` }],
          tags: ['hoy'],
          language: 'es',
        },
      ],
    });
  });

  it('is there for a tag in any spelling, and empty for one that nobody uses', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.posted([susan, 'a #Café'], [john, 'b #café'], [john, 'c #other']);

    expect(await textsAt(`/tag/${encodeURIComponent('CAFÉ')}/feed.json`)).toEqual(['b #café', 'a #Café']);
    const $ = await atomAt('/tag/nobody/feed.atom');
    expect([$('title').text(), $('entry').length, $('updated').text()]).toEqual([
      'Posts about #nobody',
      0,
      '1970-01-01T00:00:00.000Z',
    ]);
  });

  it.each([
    '<script>alert(1)</script>',
    ']]> &amp; "quoted" \'single\'',
    '{{x}} {{{y}}} $t(errors.http.404.title) %s',
    '👨‍👩‍👧 e\u0301 \u202Eabc',
  ])('tells %j as it was written', async (text) => {
    const { susan } = await site.people('susan');
    await site.posted([susan, text]);

    const $ = await atomAt(HERS);

    expect($('entry > title').text()).toBe(text.replaceAll(/[\p{Cf}]/gu, '\uFFFD'));
    expect(load($('content').text()).text()).toBe(text);
    expect(await textsAt(HERS_JSON)).toEqual([text]);
  });

  it.each([HERS, HERS_JSON])('%s is sent once only to who asks again', async (path) => {
    const { susan } = await site.people('susan');
    const [id = 0] = await site.posted([susan, 'one']);
    const { headers } = await site.raw(path);
    const { etag = '' } = headers;

    expect(await site.raw(path, { headers: { 'if-none-match': etag } })).toMatchObject({ status: 304, body: '' });
    // No date says what is gone since.
    const { status } = await site.raw(path, { headers: { 'if-modified-since': new Date().toUTCString() } });
    expect([status, headers['last-modified']]).toEqual([200, undefined]);
    await site.app.get(PostsService).edit(id, { body: 'changed' }, { id: susan.id } as Viewer);
    const again = await site.raw(path, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(200);
    expect(again.body).toContain('changed');
    expect(await site.raw(path, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect((await site.raw(path, { method: 'POST' })).status).toBe(405);
  });

  it('has nothing of what is gone, hidden, or said by others', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [gone = 0, , his = 0] = await site.posted([susan, 'gone #t'], [susan, 'kept #t'], [john, 'his #t']);
    await site.app.get(ReactionsService).repost(his, { id: susan.id } as Viewer);
    await site.app.get(PostsService).remove(gone, { id: susan.id } as Viewer);
    expect(await textsAt(HERS_JSON)).toEqual(['kept #t']);
    expect(await textsAt('/tag/t/feed.json')).toEqual(['his #t', 'kept #t']);

    await site.app.get(UsersRepository).suspend(susan.id, new Date());

    expect((await site.raw(HERS)).status).toBe(404);
    expect(await textsAt('/tag/t/feed.json')).toEqual(['his #t']);
  });

  it('tells what somebody said, however much they passed on since', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.posted([susan, 'hers']);
    const { postsPerPage } = site.app.config.site;
    const his = await site.posted(
      ...Array.from({ length: postsPerPage + 1 }, (_, n): [typeof john, string] => [john, `his ${n}`]),
    );
    for (const id of his) await site.app.get(ReactionsService).repost(id, { id: susan.id } as Viewer);

    expect(await textsAt(HERS_JSON)).toEqual(['hers']);
  });

  it('shows whoever is signed in what their pages show', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.posted([susan, 'hers #t']);
    const browser = await site.signedIn(john);
    expect((await browser.get(HERS)).body).toContain('hers');
    await site.app.get(RestrictionsService).block(susan.id, john.id);

    for (const path of [HERS, '/tag/t/feed.json']) {
      const { body, headers } = await browser.get(path);
      expect({ path, says: body.includes('hers'), cache: headers['cache-control'] }).toEqual({
        path,
        says: false,
        cache: 'private, no-cache',
      });
    }
  });

  it.each(['/user/nobody/feed.atom', '/user/susan/feed.rss', '/user/susan/feed.', '/tag/%20/feed.atom', '/user/susan/feed.ATOM'])(
    'is not found at %s',
    async (path) => {
      await site.people('susan');
      expect((await site.raw(path)).status).toBe(404);
    },
  );

  it('is found from the pages that show the same', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const linksOf = async (path: string) => {
      const { $ } = await browser.get(path);
      return $('link[rel=alternate]')
        .get()
        .map((link) => [$(link).attr('type'), $(link).attr('href')]);
    };

    expect(await linksOf('/user/susan')).toEqual([
      ['application/atom+xml', HERS],
      ['application/feed+json', HERS_JSON],
    ]);
    expect(await linksOf('/tag/caf%C3%A9')).toEqual([
      ['application/atom+xml', '/tag/caf%C3%A9/feed.atom'],
      ['application/feed+json', '/tag/caf%C3%A9/feed.json'],
    ]);
  });

  it('speaks the language of who asks', async () => {
    await site.people('susan');
    const { body } = await site.raw(HERS, { headers: { 'accept-language': 'es-MX' } });
    expect(body).toContain('<title>Publicaciones de susan</title>');
    expect(body).toContain('xml:lang="es"');
  });
});

describe('a site whose feeds are for its members', () => {
  const closed = useSite({ FEEDS: 'members' });

  it('asks who is there', async () => {
    const { susan } = await closed.people('susan');
    await closed.posted([susan, 'ours']);

    expect((await closed.browser().get(HERS)).location).toBe('/auth/login?next=%2Fuser%2Fsusan%2Ffeed.atom');
    expect((await (await closed.signedIn(susan)).get(HERS)).body).toContain('ours');
  });
});
