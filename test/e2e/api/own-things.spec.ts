import { useSite } from '../../support/site';
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

describe('/api/tokens', () => {
  it('are listed with what is known of them, and revoked; those of others are not there', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const client = await api.as(susan);
    const { body } = await client.get('/api/tokens');
    expect(body).toEqual([expect.objectContaining({ name: '', scope: 'write' })]);
    expect(JSON.stringify(body)).not.toContain('eyJ');
    const [{ id }] = body as [{ id: number }];

    expect((await (await api.as(john)).delete(`/api/tokens/${id}`)).status).toBe(404);
    expect((await client.delete('/api/tokens/x')).status).toBe(404);
    expect((await client.delete(`/api/tokens/${id}`)).status).toBe(204);
    expect((await client.get('/api/tokens')).status).toBe(401);
  });
});

describe('/api/restrictions', () => {
  it('tell whom one keeps away', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    const client = await api.as(susan);
    await client.put(`/api/users/${john.id}/mute`);
    await client.put(`/api/users/${mary.id}/block`);

    const { body } = await client.get('/api/restrictions?per_page=1');
    const next = await client.get(body._links.next as string);

    const kept = [...(body.items as KeptAway[]), ...(next.body.items as KeptAway[])];
    expect(kept.map(({ person, kind }) => `${kind} ${person.username}`).sort()).toEqual(['block mary', 'mute john']);
    expect((await (await api.as(mary)).get('/api/restrictions')).body.items).toEqual([]);
  });
});

interface KeptAway {
  readonly kind: string;
  readonly person: { readonly username: string };
}

describe('/api/notifications/news', () => {
  it('tell who did what, and are seen when one says so', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [id] = await site.posted([susan, 'Good morning!']);
    const his = await api.as(john);
    await his.put(`/api/users/${susan.id}/follow`);
    await his.put(`/api/posts/${id}/like`);
    const client = await api.as(susan);

    const { body } = await client.get('/api/notifications/news');
    expect(body.items).toMatchObject([
      { kind: 'like', actor: { username: 'john' }, body: 'Good morning!', unread: true, _links: { post: `/api/posts/${id}` } },
      { kind: 'follow', actor: { username: 'john' }, body: '', unread: true, _links: { post: null } },
    ]);

    expect((await client.put('/api/notifications/read')).status).toBe(204);
    const seen = (await client.get('/api/notifications/news')).body.items as { unread: boolean }[];
    expect(seen.map(({ unread }) => unread)).toEqual([false, false]);
    expect((await his.get('/api/notifications/news')).body.items).toEqual([]);
  });
});

describe('a wrong field', () => {
  it('is pointed at', async () => {
    const { body } = await api.anonymous.post('/api/users', { username: '!', email: 'x@example.com', password: 'correct horse' });
    expect(body.violations).toEqual([
      { pointer: '#/username', detail: (body.errors as Record<string, string[]>)['username']?.[0] },
    ]);
  });
});
