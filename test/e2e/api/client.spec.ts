import { microblog } from '../../../client';
import { useSite } from '../../support/site';

const site = useSite();

/** A program that was written from the document alone: its types are made of it, and each of these lines is checked by them. */
describe('the typed client', () => {
  it('registers, signs in, posts, follows, pages through the timeline, searches, writes to somebody and takes everything out', async () => {
    const { john } = await site.people('john');
    await site.posted(...Array.from({ length: 5 }, (_, n): [typeof john, string] => [john, `Bird number ${n} #birds`]));
    const open = microblog(site.app.url);

    const account = { username: 'susan', email: 'susan@example.com', password: 'correct horse battery' };
    const joined = await open.POST('/api/users', { body: account });
    expect([joined.response.status, joined.data?.username]).toEqual([201, 'susan']);
    const signedIn = await open.POST('/api/tokens', {
      headers: { authorization: `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}` },
    });
    const susan = microblog(site.app.url, signedIn.data?.token);

    const post = await susan.POST('/api/posts', {
      body: { body: 'Good morning!' },
      params: { header: { 'Idempotency-Key': 'a' } },
    });
    expect(post.data).toMatchObject({ body: 'Good morning!', author: { username: 'susan' } });
    expect((await susan.PUT('/api/users/{id}/follow', { params: { path: { id: john.id } } })).response.status).toBe(204);

    const read: string[] = [];
    for (let before: number | undefined; ;) {
      const { data } = await susan.GET('/api/timeline', { params: { query: { per_page: 2, before } } });
      read.push(...(data?.items ?? []).map(({ body }) => body));
      if (!data?._links.next) break;
      before = Number(new URL(data._links.next, site.app.url).searchParams.get('before'));
    }
    expect(read).toEqual(['Good morning!', ...[4, 3, 2, 1, 0].map((n) => `Bird number ${n} #birds`)]);

    const found = await susan.GET('/api/search', { params: { query: { q: 'bird' } } });
    expect(found.data?.items).toHaveLength(5);
    const sent = await susan.POST('/api/messages', { body: { recipient: 'john', body: 'Hello' } });
    expect(sent.data?.recipient.username).toBe('john');

    const begun = await susan.POST('/api/exports');
    await site.workOff();
    const id = begun.data?.id ?? 0;
    expect((await susan.GET('/api/exports/{id}', { params: { path: { id } } })).data?.state).toBe('done');
    const file = await susan.GET('/api/exports/{id}/file', { params: { path: { id } }, parseAs: 'arrayBuffer' });
    expect(file.response.headers.get('content-type')).toBe('application/zip');
  });

  it('tells what went wrong', async () => {
    const { data, error, response } = await microblog(site.app.url).GET('/api/users/{id}', { params: { path: { id: 1 } } });
    expect([response.status, data, error?.title]).toEqual([401, undefined, 'Unauthorized']);
  });
});
