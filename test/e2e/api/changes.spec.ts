import { useSite } from '../../support/site';
import { type ApiClient, useApi } from './api-client';

const site = useSite();
const api = useApi(site);

const ifMatch = (client: ApiClient, tag: string): ApiClient => client.with({ 'if-match': tag });

async function tagOf(client: ApiClient, path: string): Promise<string> {
  return (await client.get(path)).headers.etag ?? '';
}

describe('If-Match', () => {
  it.each([
    ['/api/users/me', { about_me: 'one' }, { about_me: 'two' }],
    ['/api/settings', { theme: 'dark' }, { theme: 'light' }],
    ['/api/settings/notifications', { like: true }, { like: false, reply: true }],
  ])('lets a change of %s through only for who has read how it is now', async (path, first, second) => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);
    const tag = await tagOf(client, path);
    expect((await ifMatch(client, tag).put(path, first)).status).toBe(200);
    const { body } = await client.get(path);

    const refused = await ifMatch(client, tag).put(path, second);

    expect([refused.status, refused.body.detail]).toEqual([412, 'This has changed since you read it. Read it again first.']);
    expect((await client.get(path)).body).toEqual(body);
    expect((await ifMatch(client, `"x", ${await tagOf(client, path)}`).put(path, second)).status).toBe(200);
    expect((await ifMatch(client, '*').put(path, first)).status).toBe(200);
  });

  it('guards a post against changes and against deletion', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);
    const { body: post, headers } = await client.post('/api/posts', { body: 'one' });
    const path = headers.location ?? '';
    const tag = await tagOf(client, path);
    await client.put(path, { body: 'two' });

    for (const wrong of [tag, '"x"', `W/${tag}`, 'two']) {
      expect([wrong, (await ifMatch(client, wrong).put(path, { body: 'three' })).status]).toEqual([wrong, 412]);
      expect([wrong, (await ifMatch(client, wrong).delete(path)).status]).toEqual([wrong, 412]);
    }
    expect((await client.get(path)).body).toMatchObject({ id: post.id, body: 'two' });
    // What is not there or not one's own is told as without the header.
    expect((await ifMatch(client, tag).put('/api/posts/999999', { body: 'three' })).status).toBe(404);
    const { john } = await site.people('john');
    expect((await ifMatch(await api.as(john), await tagOf(await api.as(john), path)).delete(path)).status).toBe(403);

    expect((await ifMatch(client, await tagOf(client, path)).delete(path)).status).toBe(204);
  });

  it('lets one through of many who have read the same and change it at once', async () => {
    const { susan } = await site.people('susan');
    const [id] = await site.posted([susan, 'one']);
    const client = await api.as(susan);
    for (const path of [`/api/posts/${id}`, '/api/users/me']) {
      const guarded = ifMatch(client, await tagOf(client, path));
      const texts = ['a', 'b', 'c', 'd', 'e'];

      const answers = await Promise.all(texts.map((text) => guarded.put(path, { body: text, about_me: text })));

      const won = answers.flatMap(({ status }, i) => (status === 200 ? [texts[i]] : []));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
      const { body } = await client.get(path);
      expect([body.body ?? body.about_me]).toEqual(won);
    }
    expect(await site.count('post_revision')).toBe(1);
  });
});
