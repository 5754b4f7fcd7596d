import type { Viewer } from '../../../src/common/viewer';
import { ReactionsService } from '../../../src/posts/reactions/reactions.service';
import { useSite } from '../../support/site';
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

it.each(['block', 'mute'])(
  'DELETE /api/users/:id/%s undoes it also for somebody who is not to be seen any more',
  async (kind) => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    const client = await api.as(susan);
    await client.put(`/api/users/${john.id}/${kind}`);
    await site.rows("UPDATE `user` SET suspended_at = '2026-01-01 00:00:00.000000' WHERE username <> 'susan'");

    expect((await client.delete(`/api/users/${john.id}/${kind}`)).status).toBe(204);
    expect((await client.get('/api/restrictions')).body).toMatchObject({ items: [] });
    expect((await client.delete(`/api/users/${mary.id}/${kind}`)).status).toBe(404);
  },
);

it('who is blocked is refused what needs both', async () => {
  const { susan, john } = await site.people('susan', 'john');
  const [id] = await site.posted([susan, 'one']);
  await (await api.as(susan)).put(`/api/users/${john.id}/block`);
  const client = await api.as(john);

  expect((await client.put(`/api/users/${susan.id}/follow`)).status).toBe(403);
  expect((await client.post('/api/messages', { recipient: 'susan', body: 'x' })).status).toBe(403);
  for (const path of [`/api/posts/${id}/like`, `/api/posts/${id}/repost`]) expect((await client.put(path)).status).toBe(404);
  expect((await client.put(`/api/posts/${id}`, { body: 'x' })).status).toBe(404);
  expect((await client.delete(`/api/posts/${id}`)).status).toBe(404);
  expect((await client.get(`/api/posts/${id}`)).status).toBe(404);
});

it('who is blocked reads nothing of the other one, nor the other way round', async () => {
  const { susan, john, mary } = await site.people('susan', 'john', 'mary');
  const [hers] = await site.posted([mary, 'from mary'], [susan, 'from susan'], [john, 'from john']);
  await site.app.get(ReactionsService).repost(hers!, { id: susan.id } as Viewer);
  await (await api.as(susan)).put(`/api/users/${john.id}/block`);

  expect((await (await api.as(john)).get(`/api/users/${susan.id}/posts`)).body).toMatchObject({ items: [] });
  expect((await (await api.as(susan)).get(`/api/users/${john.id}/posts`)).body).toMatchObject({ items: [] });
  expect(((await (await api.as(mary)).get(`/api/users/${susan.id}/posts`)).body as { items: [] }).items).toHaveLength(2);
});
