import { useSite } from '../../support/site';
import { basic, useApi } from './api-client';

const site = useSite();
const api = useApi(site);

describe('how much is left of a limit', () => {
  it('is told with each call that counts, and with the one that is refused', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const client = await api.as(susan);
    const report = async () => (await client.post(`/api/users/${john.id}/reports`, { reason: 'rude' })).headers;

    const first = await report();
    expect(first).toMatchObject({ 'ratelimit-policy': '"reports";q=30;w=3600', ratelimit: '"reports";r=29;t=3600' });
    for (let i = 1; i < 30; i++) await report();
    const last = await client.post(`/api/users/${john.id}/reports`, { reason: 'rude' });
    expect([last.status, last.headers.ratelimit]).toEqual([429, expect.stringMatching(/^"reports";r=0;t=3\d{3}$/)]);
    expect(last.headers['retry-after']).toMatch(/^3\d{3}$/);
    // What counts nothing tells nothing.
    expect((await client.get('/api/users/me')).headers).not.toHaveProperty('ratelimit');
  });

  it('is of who is asking, not of the account that is tried', async () => {
    const { susan } = await site.people('susan');
    const wrong = await api.anonymous.with(basic(susan.username, 'wrong')).post('/api/tokens');
    expect([wrong.status, wrong.headers.ratelimit]).toEqual([401, expect.stringMatching(/^"guessesFromAddress";r=39;t=300$/)]);
    const right = await api.anonymous.with(basic(susan.username, susan.password)).post('/api/tokens');
    expect([right.status, right.headers.ratelimit]).toEqual([
      200,
      expect.stringMatching(/^"guessesFromAddress";r=39;t=(300|299)$/),
    ]);
  });
});
