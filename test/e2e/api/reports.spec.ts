import { useSite } from '../../support/site';
import { useApi } from './api-client';

const site = useSite();
const api = useApi(site);

describe('/api/users/:id/reports', () => {
  it('tells the moderators once', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id = 0] = await site.posted([john, 'rude']);
    const client = await api.as(susan);
    const report = () => client.post(`/api/users/${john.id}/reports`, { reason: 'He is rude.', post_id: id });

    expect([(await report()).status, (await report()).status]).toEqual([204, 204]);

    expect(await site.rows('SELECT reporter_id, reported_id, post_id, reason FROM report')).toEqual([
      expect.objectContaining({ reason: 'He is rude.' }),
    ]);
  });

  it('is about a post of that person', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    const [id = 0] = await site.posted([mary, 'rude']);
    const report = (await api.as(susan)).post(`/api/users/${john.id}/reports`, { reason: 'He is rude.', post_id: id });
    expect((await report).status).toBe(404);
    expect(await site.count('report')).toBe(0);
  });

  it.each([
    [{}, 400],
    [{ reason: '' }, 400],
    [{ reason: 'x'.repeat(501) }, 400],
    [{ reason: 'x', post_id: 999999 }, 404],
  ])('refuses %j', async (body, status) => {
    const { susan, john } = await site.people('susan', 'john');
    const client = await api.as(susan);
    expect((await client.post(`/api/users/${john.id}/reports`, body)).status).toBe(status);
    expect((await client.post('/api/users/me/reports', { reason: 'x' })).status).toBe(400);
    expect((await client.post('/api/users/999999/reports', { reason: 'x' })).status).toBe(404);
    expect(await site.count('report')).toBe(0);
  });
});
