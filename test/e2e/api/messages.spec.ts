import { useSite } from '../../support/site';
import { useApi } from './api-client';

const site = useSite();
const api = useApi(site);

const bodies = (page: { items: { body: string }[] }): string[] => page.items.map(({ body }) => body);

describe('/api/messages', () => {
  it('sends, and tells both their own copy', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    const [hers, his, marys] = await Promise.all([susan, john, mary].map((person) => api.as(person)));

    const { status, headers, body } = await hers!.post('/api/messages', { recipient: 'JOHN', body: ' Hello ' });

    expect(status).toBe(201);
    expect(headers.location).toBe(`/api/messages/${body.id}`);
    expect(body).toMatchObject({ body: 'Hello', sender: { username: 'susan' }, recipient: { username: 'john' }, unread: false });
    expect((await hers!.get(`/api/messages/${body.id}`)).body).toEqual(body);
    expect((await marys!.get(`/api/messages/${body.id}`)).status).toBe(404);
    expect((await his!.get(`/api/messages/${body.id}`)).status).toBe(404);
    expect((await his!.get('/api/messages')).body.items).toMatchObject([{ body: 'Hello', unread: true }]);
    expect(bodies((await hers!.get('/api/messages?box=sent')).body)).toEqual(['Hello']);
    expect(bodies((await hers!.get('/api/messages')).body)).toEqual([]);
    expect((await his!.put('/api/messages/read')).status).toBe(204);
    expect((await his!.get('/api/messages')).body.items).toMatchObject([{ unread: false }]);
  });

  it('is the same message when it is sent again with its key', async () => {
    const { susan } = await site.people('susan', 'john');
    const client = (await api.as(susan)).with({ 'idempotency-key': 'k1' });
    const send = () => client.post('/api/messages', { recipient: 'john', body: 'once' });

    const [first, second] = [await send(), await send()];

    expect(second.body).toEqual(first.body);
    expect(await site.count('message')).toBe(2);
  });

  it.each([
    [{}, 400],
    [{ recipient: 'john' }, 400],
    [{ recipient: 'john', body: 'x'.repeat(141) }, 400],
    [{ recipient: ['john'], body: 'x' }, 400],
    [{ recipient: 'nobody', body: 'x' }, 404],
  ])('refuses %j', async (sent, status) => {
    const { susan } = await site.people('susan', 'john');
    expect((await (await api.as(susan)).post('/api/messages', sent)).status).toBe(status);
    expect(await site.count('message')).toBe(0);
  });

  it('pages by links, and keeps the box in them', async () => {
    const { susan } = await site.people('susan', 'john');
    const client = await api.as(susan);
    for (const body of ['1', '2', '3']) await client.post('/api/messages', { recipient: 'john', body });

    const first = await client.get('/api/messages?box=sent&per_page=2');
    expect(bodies(first.body)).toEqual(['3', '2']);
    const second = await client.get(first.body._links.next);
    expect(bodies(second.body)).toEqual(['1']);
    expect(second.body._links.next).toBeNull();
  });

  it('throws away one copy', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const client = await api.as(susan);
    const { body } = await client.post('/api/messages', { recipient: 'john', body: 'x' });

    expect((await client.delete(`/api/messages/${body.id}`)).status).toBe(204);
    expect((await client.delete(`/api/messages/${body.id}`)).status).toBe(404);
    expect(bodies((await (await api.as(john)).get('/api/messages')).body)).toEqual(['x']);
  });
});

describe('/api/messages?with=', () => {
  it('tells what was said with one person, both ways, page by page', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    const [hers, his] = await Promise.all([susan, john, mary].map((person) => api.as(person)));
    await hers!.post('/api/messages', { recipient: 'john', body: 'one' });
    await his!.post('/api/messages', { recipient: 'susan', body: 'two' });
    await hers!.post('/api/messages', { recipient: 'mary', body: 'to another' });
    await hers!.post('/api/messages', { recipient: 'john', body: 'three' });

    const { body } = await hers!.get('/api/messages?with=JOHN&per_page=2');
    expect(bodies(body)).toEqual(['three', 'two']);
    expect(bodies((await hers!.get(body._links.next as string)).body)).toEqual(['one']);
    for (const query of ['with=nobody', 'with=', 'with=john&with=mary']) {
      expect([query, (await hers!.get(`/api/messages?${query}`)).status]).toEqual([query, 404]);
    }
  });
});

describe('/api/search/messages', () => {
  it('finds words in both boxes, in one’s own alone, page by page', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    const [hers, his, marys] = await Promise.all([susan, john, mary].map((person) => api.as(person)));
    await hers!.post('/api/messages', { recipient: 'john', body: 'The blue bird' });
    await his!.post('/api/messages', { recipient: 'susan', body: 'Which bird?' });
    await hers!.post('/api/messages', { recipient: 'john', body: 'No matter' });

    const { body } = await hers!.get('/api/search/messages?q=bird&per_page=1');
    expect(bodies(body)).toEqual(['Which bird?']);
    expect(bodies((await hers!.get(body._links.next as string)).body)).toEqual(['The blue bird']);
    expect(bodies((await hers!.get('/api/search/messages?q=bird+-blue')).body)).toEqual(['Which bird?']);
    expect(bodies((await marys!.get('/api/search/messages?q=bird')).body)).toEqual([]);
    expect(bodies((await hers!.get('/api/search/messages?q=bird+from:susan')).body)).toEqual(['The blue bird']);
    expect(bodies((await hers!.get('/api/search/messages?q=to:john&per_page=1')).body)).toEqual(['No matter']);
    for (const query of ['', '?q=', '?q=before:x', '?q=bird+has:link', '?q=lang:es']) {
      const { status, headers } = await hers!.get(`/api/search/messages${query}`);
      expect([query, status, headers['content-type']]).toEqual([query, 400, expect.stringContaining('application/problem+json')]);
    }
  });
});
