import { useSite } from '../../support/site';
import { useApi } from './api-client';

const site = useSite();
const api = useApi(site);

const bodies = (page: { items: { body: string }[] }): string[] => page.items.map(({ body }) => body);

it.each([
  ['like', 'liked', 'like_count'],
  ['repost', 'reposted', 'repost_count'],
  ['bookmark', 'bookmarked', undefined],
])('PUT and DELETE /api/posts/:id/%s are harmless twice', async (kind, state, count) => {
  const { susan, john } = await site.people('susan', 'john');
  const [id = 0] = await site.posted([john, 'one']);
  const client = await api.as(susan);
  const told = async (): Promise<unknown[]> => {
    const body = (await client.get(`/api/posts/${id}`)).body as Record<string, unknown>;
    return [body[state], count && body[count]];
  };

  for (const _ of [1, 2]) expect((await client.put(`/api/posts/${id}/${kind}`)).status).toBe(204);
  expect(await told()).toEqual([true, count && 1]);

  for (const _ of [1, 2]) expect((await client.delete(`/api/posts/${id}/${kind}`)).status).toBe(204);
  expect(await told()).toEqual([false, count && 0]);
  expect((await client.put(`/api/posts/999999/${kind}`)).status).toBe(404);
});

it('a thread has what came before, and the answers by pages', async () => {
  const { susan } = await site.people('susan');
  const client = await api.as(susan);
  const post = async (body: string, inReplyTo?: number): Promise<number> =>
    (await client.post('/api/posts', { body, in_reply_to: inReplyTo })).body.id as number;
  const one = await post('one');
  const two = await post('two', one);
  for (const body of ['three', 'four', 'five']) await post(body, two);

  const { body } = await client.get(`/api/posts/${two}/thread?per_page=2`);

  expect(bodies({ items: body.before as { body: string }[] })).toEqual(['one']);
  expect(body.post).toMatchObject({ body: 'two', in_reply_to: one, reply_count: 3 });
  expect(bodies(body.replies)).toEqual(['three', 'four']);
  const next = await client.get(body.replies._links.next);
  expect(bodies(next.body.replies)).toEqual(['five']);
  expect(next.body.replies._links.next).toBeNull();
});

it.each([0, -1, 1.5, '1', 'x', null, [], {}, 2 ** 53])('in_reply_to %j makes no post of it', async (inReplyTo) => {
  const { susan } = await site.people('susan');
  const { status } = await (await api.as(susan)).post('/api/posts', { body: 'x', in_reply_to: inReplyTo });

  expect(status).toBe(400);
  expect(await site.count('post')).toBe(0);
});

it('an edit is one’s own, and told', async () => {
  const { susan, john } = await site.people('susan', 'john');
  const [id = 0] = await site.posted([susan, 'one']);

  expect((await (await api.as(john)).put(`/api/posts/${id}`, { body: 'two' })).status).toBe(403);
  const { status, body } = await (await api.as(susan)).put(`/api/posts/${id}`, { body: 'two' });

  expect([status, body.body, body.edited_at]).toEqual([200, 'two', expect.stringMatching(/Z$/)]);
});

it('an edit may change the language alone, which makes no version', async () => {
  const { susan } = await site.people('susan');
  const [id = 0] = await site.posted([susan, 'one']);
  const { body } = await (await api.as(susan)).put(`/api/posts/${id}`, { body: 'one', language: 'de' });

  expect([body.language, body.edited_at]).toEqual(['de', null]);
});

it('an edit that names no language keeps the one that the post has, and an empty one is guessed', async () => {
  const { susan } = await site.people('susan');
  const client = await api.as(susan);
  const english = 'The birds are singing by the river this morning';
  const { body: post } = await client.post('/api/posts', { body: 'Os paxaros cantan', language: 'gl' });
  const edited = async (sent: object) => (await client.put(`/api/posts/${post.id}`, sent)).body.language as string;

  expect(await edited({ body: english })).toBe('gl');
  expect(await edited({ body: english, language: '' })).toBe('en');
  expect(await edited({ body: english, language: 'pt-BR' })).toBe('pt-BR');
  expect(await edited({ body: 'x', language: '' })).toBe('');
  expect(await edited({ body: english })).toBe('en');
  expect((await client.post('/api/posts', { body: english, language: '' })).body.language).toBe('en');
});

it('posts are listed by tag, and those kept for later', async () => {
  const { susan } = await site.people('susan');
  const [one, two] = await site.posted([susan, 'one #a'], [susan, 'two #A'], [susan, 'three']);
  const client = await api.as(susan);
  await client.put(`/api/posts/${two}/bookmark`);
  await client.put(`/api/posts/${one}/bookmark`);

  const first = await client.get('/api/tags/A/posts?per_page=1');
  expect(bodies(first.body)).toEqual(['two #A']);
  expect(bodies((await client.get(first.body._links.next)).body)).toEqual(['one #a']);
  const kept = await client.get('/api/bookmarks?per_page=1');
  expect(bodies(kept.body)).toEqual(['one #a']);
  expect(bodies((await client.get(kept.body._links.next)).body)).toEqual(['two #A']);
  expect((await client.get('/api/tags/a%20b/posts')).status).toBe(404);
});
