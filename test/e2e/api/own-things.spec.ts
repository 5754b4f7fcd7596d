import { useSite } from '../web/site';
import { useApi } from './api-client';

const site = useSite();
const api = useApi(site);

describe('/api/settings', () => {
  it('are read and changed, one by one or together, and pages take notice', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);
    const usual = { locale: 'auto', time_zone: 'auto', theme: 'auto' };
    expect((await client.get('/api/settings')).body).toEqual(usual);

    expect((await client.put('/api/settings', { locale: 'de' })).body).toEqual({ ...usual, locale: 'de' });
    const all = { locale: 'ja', time_zone: 'Asia/Tokyo', theme: 'dark' };
    expect((await client.put('/api/settings', all)).body).toEqual(all);
    expect((await (await site.signedIn(susan)).get('/')).$('html').attr('lang')).toBe('ja');

    expect((await client.put('/api/settings', usual)).body).toEqual(usual);
  });

  it.each([
    [{ locale: 'tlh' }, 'locale'],
    [{ locale: null }, 'locale'],
    [{ time_zone: 'Mars/Olympus' }, 'time_zone'],
    [{ theme: 'neon' }, 'theme'],
  ])('refuse %j, and stay as they were', async (changes, field) => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);

    const { status, body } = await client.put('/api/settings', changes);

    expect([status, Object.keys(body.errors as object)]).toEqual([400, [field]]);
    expect((await client.get('/api/settings')).body.theme).toBe('auto');
  });
});

describe('/api/sessions', () => {
  it('are listed and ended; those of others are not there', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan, { remember: true });
    const client = await api.as(susan);
    const [session, ...more] = (await client.get('/api/sessions')).body as { id: string; remembered: boolean }[];
    expect([session?.remembered, more]).toEqual([true, []]);

    expect((await (await api.as(john)).delete(`/api/sessions/${session?.id}`)).status).toBe(404);
    expect((await client.delete(`/api/sessions/${session?.id}`)).status).toBe(204);

    expect((await browser.get('/')).status).toBe(302);
    expect((await client.get('/api/sessions')).body).toEqual([]);
    expect((await client.delete(`/api/sessions/${session?.id}`)).status).toBe(404);
  });
});
