import { useSite } from '../../support/site';
import { useApi } from './api-client';

const site = useSite();
const api = useApi(site);

const bodies = (page: { items: { body: string }[] }): string[] => page.items.map(({ body }) => body);

describe('POST /api/posts', () => {
  it('publishes a post', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);

    const { status, headers, body } = await client.post('/api/posts', {
      body: '  Good <b>morning</b> 🍣\r\n{{x}}  ',
      language: 'en',
    });

    expect(status).toBe(201);
    const { id } = body as { id: number };
    expect(headers.location).toBe(`/api/posts/${id}`);
    expect(body).toEqual({
      id,
      body: 'Good <b>morning</b> 🍣\n{{x}}',
      language: 'en',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      author: {
        id: susan.id,
        username: 'susan',
        _links: { self: `/api/users/${susan.id}`, avatar: `/avatar/${susan.id}.svg?s=128` },
      },
      edited_at: null,
      reposted_by: null,
      in_reply_to: null,
      reply_count: 0,
      like_count: 0,
      repost_count: 0,
      liked: false,
      reposted: false,
      bookmarked: false,
      _links: {
        self: `/api/posts/${id}`,
        author: `/api/users/${susan.id}`,
        thread: `/api/posts/${id}/thread`,
        in_reply_to: null,
      },
    });
    expect((await client.get(`/api/posts/${id}`)).body).toEqual(body);
    expect((await client.get('/api/users/me')).body.post_count).toBe(1);
  });

  it('counts code points, and takes a post without a language', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);

    expect((await client.post('/api/posts', { body: '🍣'.repeat(140) })).body).toMatchObject({ language: '' });
    expect((await client.post('/api/posts', { body: 'x'.repeat(141) })).body.errors).toEqual({
      body: ['Field must be between 1 and 140 characters long.'],
    });
  });

  it.each([
    ['nothing', {}],
    ['an empty text', { body: '' }],
    ['blanks', { body: ' \n\t ' }],
    ['characters that nobody sees', { body: '\u200b\u2060' }],
    ['a NUL', { body: 'a\0b' }],
    ['half an emoji', { body: 'a\ud83c' }],
    ['a number', { body: 7 }],
    ['a list', { body: ['a'] }],
    ['an object', { body: { toString: 'a' } }],
    ['null', { body: null }],
    ['a language that is none', { body: 'a', language: 'English' }],
    ['a language that is no text', { body: 'a', language: ['en'] }],
  ])('refuses %s', async (_, sent) => {
    const { susan } = await site.people('susan');

    const { status, body } = await (await api.as(susan)).post('/api/posts', sent);

    expect(status).toBe(400);
    expect(Object.keys(body.errors as object)).toEqual([Object.keys(sent).at(-1) ?? 'body']);
    expect(await site.count('post')).toBe(0);
  });

  it('takes nothing from a prototype, and leaves none changed', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);
    const json = { 'content-type': 'application/json' };

    const inherited = await client.send('POST', '/api/posts', '{"__proto__":{"body":"x","polluted":"x"}}', json);
    const beside = await client.send(
      'POST',
      '/api/posts',
      '{"body":"a","__proto__":{"polluted":"x"},"constructor":{"prototype":{}}}',
      json,
    );

    expect(inherited.status).toBe(400);
    expect(beside.status).toBe(201);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('GET /api/posts/:id/history', () => {
  it('tells what a post said', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id] = await site.posted([susan, 'one']);
    const client = await api.as(susan);
    await client.put(`/api/posts/${id}`, { body: 'two' });

    const { body } = await (await api.as(john)).get(`/api/posts/${id}/history`);

    expect((body as { body: string }[]).map((version) => version.body)).toEqual(['one', 'two']);
    expect((await client.get('/api/posts/99999/history')).status).toBe(404);
  });
});

describe('DELETE /api/posts/:id', () => {
  it('deletes a post of one’s own', async () => {
    const { susan } = await site.people('susan');
    const [id] = await site.posted([susan, 'oops']);
    const client = await api.as(susan);

    expect(await client.delete(`/api/posts/${id}`)).toMatchObject({ status: 204, body: undefined });
    expect((await client.get(`/api/posts/${id}`)).status).toBe(404);
    expect((await client.delete(`/api/posts/${id}`)).status).toBe(404);
    expect((await client.get('/api/users/me')).body.post_count).toBe(0);
  });

  it('leaves those of others alone', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id] = await site.posted([john, 'his']);
    const client = await api.as(susan);

    const { status, body } = await client.delete(`/api/posts/${id}`);

    expect(status).toBe(403);
    expect(body).toMatchObject({ error: 'Forbidden', message: 'Only its author may do this to a post.' });
    expect((await client.get(`/api/posts/${id}`)).status).toBe(200);
  });

  it.each(['999999', '0', '-1', 'abc', '1.5', '9223372036854775808', '%00'])('knows no post %s', async (id) => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);

    expect((await client.get(`/api/posts/${id}`)).status).toBe(404);
    expect((await client.delete(`/api/posts/${id}`)).status).toBe(404);
  });
});

describe('lists of posts', () => {
  it('tell whom one follows, one person, and everybody; the newest first', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(susan, john);
    await site.posted([john, 'one'], [mary, 'unseen'], [susan, 'two']);
    const client = await api.as(susan);

    expect(bodies((await client.get('/api/timeline')).body)).toEqual(['two', 'one']);
    expect(bodies((await client.get('/api/posts')).body)).toEqual(['two', 'unseen', 'one']);
    expect(bodies((await client.get(`/api/users/${mary.id}/posts`)).body)).toEqual(['unseen']);
    expect(bodies((await client.get('/api/users/me/posts')).body)).toEqual(['two']);
    expect((await client.get('/api/users/999999/posts')).status).toBe(404);
  });

  it.each(['/api/timeline', '/api/posts', '/api/users/me/posts'])('lead from page to page and back: %s', async (path) => {
    const { susan } = await site.people('susan');
    const ids = await site.posted(...['1', '2', '3', '4', '5'].map((body) => [susan, body] as const));
    const client = await api.as(susan);
    const canonical = path.replace('/me/', `/${susan.id}/`);

    const first = await client.get(`${path}?per_page=2`);
    expect(bodies(first.body)).toEqual(['5', '4']);
    expect(first.body._meta).toEqual({ per_page: 2 });
    expect(first.body._links).toEqual({
      self: `${canonical}?per_page=2`,
      next: `${canonical}?before=${ids[3]}&per_page=2`,
      prev: null,
    });
    expect(first.headers.link).toBe(`<${first.body._links.next}>; rel="next"`);

    const second = await client.get(first.body._links.next as string);
    expect(bodies(second.body)).toEqual(['3', '2']);
    expect(second.headers.link).toBe(`<${second.body._links.next}>; rel="next", <${second.body._links.prev}>; rel="prev"`);

    const third = await client.get(second.body._links.next as string);
    expect(bodies(third.body)).toEqual(['1']);
    expect(third.body._links.next).toBeNull();

    const back = await client.get(second.body._links.prev as string);
    expect(bodies(back.body)).toEqual(['5', '4']);
    expect(back.body._links.prev).toBeNull();
  });

  it.each([
    'before=abc',
    'before=0',
    'before=-1',
    'before=9223372036854775807',
    'after=1e3',
    'before[]=1',
    'before=1&before=2',
    'per_page=-5',
    'per_page=0',
  ])('begin at the newest for what makes no sense: %s', async (query) => {
    const { susan } = await site.people('susan');
    await site.posted([susan, 'one'], [susan, 'two']);
    const client = await api.as(susan);

    for (const path of ['/api/timeline', '/api/posts', '/api/users/me/posts']) {
      const { status, body } = await client.get(`${path}?${query}`);
      expect(status).toBe(200);
      expect(bodies(body)).toEqual(['two', 'one']);
      expect(body._meta).toEqual({ per_page: 25 });
    }
  });

  it('have a hundred on a page at most', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);

    for (const path of ['/api/timeline', '/api/posts', '/api/users/me/posts']) {
      expect((await client.get(`${path}?per_page=1000`)).body._meta).toEqual({ per_page: 100 });
    }
  });
});
