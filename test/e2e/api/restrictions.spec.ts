import { useSite } from '../web/site';
import { useApi } from './api-client';

const site = useSite();
const api = useApi(site);

it.each(['block', 'mute'])('PUT and DELETE /api/users/:id/%s are harmless twice', async (kind) => {
  const { susan, john } = await site.people('susan', 'john');
  await site.posted([john, 'one']);
  const client = await api.as(susan);
  const seen = async (): Promise<number> => ((await client.get('/api/posts')).body as { items: unknown[] }).items.length;

  for (const _ of [1, 2]) expect((await client.put(`/api/users/${john.id}/${kind}`)).status).toBe(204);
  expect(await seen()).toBe(0);
  for (const _ of [1, 2]) expect((await client.delete(`/api/users/${john.id}/${kind}`)).status).toBe(204);
  expect(await seen()).toBe(1);

  expect((await client.put(`/api/users/me/${kind}`)).status).toBe(400);
  expect((await client.put(`/api/users/999999/${kind}`)).status).toBe(404);
});

it('who is blocked is refused what needs both', async () => {
  const { susan, john } = await site.people('susan', 'john');
  const [id] = await site.posted([susan, 'one']);
  await (await api.as(susan)).put(`/api/users/${john.id}/block`);
  const client = await api.as(john);

  expect((await client.put(`/api/users/${susan.id}/follow`)).status).toBe(403);
  expect((await client.post('/api/messages', { recipient: 'susan', body: 'x' })).status).toBe(403);
  expect((await client.put(`/api/posts/${id}/like`)).status).toBe(403);
  expect((await client.get(`/api/posts/${id}`)).status).toBe(404);
});
