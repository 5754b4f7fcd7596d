import { DataSource, MoreThan } from 'typeorm';
import { Follow } from '../../../src/follow/follow.entity';
import { User } from '../../../src/users/user.entity';
import { useSite } from '../../support/site';
import { useApi } from './api-client';

const site = useSite();
const api = useApi(site);

const usernames = (body: { items: { username: string }[] }): string[] => body.items.map(({ username }) => username);

describe('following', () => {
  it('works by PUT and ends by DELETE, and twice is harmless', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const client = await api.as(susan);
    const path = `/api/users/${john.id}/follow`;

    for (let twice = 0; twice < 2; twice++) {
      expect(await client.put(path)).toMatchObject({ status: 204, body: undefined });
      expect((await client.get(`/api/users/${john.id}`)).body.follower_count).toBe(1);
      expect((await client.get('/api/users/me')).body.following_count).toBe(1);
    }
    for (let twice = 0; twice < 2; twice++) {
      expect(await client.delete(path)).toMatchObject({ status: 204, body: undefined });
      expect((await client.get(`/api/users/${john.id}`)).body.follower_count).toBe(0);
      expect((await client.get('/api/users/me')).body.following_count).toBe(0);
    }
  });

  it('is not for oneself', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);

    for (const id of ['me', susan.id]) {
      expect(await client.put(`/api/users/${id}/follow`)).toMatchObject({
        status: 400,
        body: { message: 'You cannot follow yourself!' },
      });
      expect(await client.delete(`/api/users/${id}/follow`)).toMatchObject({
        status: 400,
        body: { message: 'You cannot unfollow yourself!' },
      });
    }
    expect(await site.count('follow')).toBe(0);
  });

  it.each(['999999', '0', 'john', '9223372036854775808'])('knows nobody by %s', async (id) => {
    const { susan } = await site.people('susan', 'john');
    const client = await api.as(susan);

    expect((await client.put(`/api/users/${id}/follow`)).status).toBe(404);
    expect((await client.delete(`/api/users/${id}/follow`)).status).toBe(404);
    expect((await client.get(`/api/users/${id}/followers`)).status).toBe(404);
    expect((await client.get(`/api/users/${id}/following`)).status).toBe(404);
  });

  it('counts once when it is asked for eight times at once', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const client = await api.as(susan);

    const answers = await Promise.all(Array.from({ length: 8 }, () => client.put(`/api/users/${john.id}/follow`)));

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(204));
    expect(await site.count('follow')).toBe(1);
    expect((await client.get(`/api/users/${john.id}`)).body.follower_count).toBe(1);
    expect((await client.get('/api/users/me')).body.following_count).toBe(1);
  });
});

describe('followers and following', () => {
  it('list people whole, by pages, the youngest accounts first', async () => {
    const { susan, john, mary, david } = await site.people('susan', 'john', 'mary', 'david');
    await site.follow(john, susan);
    await site.follow(david, susan);
    await site.follow(mary, susan, david);
    const client = await api.as(john);
    const path = `/api/users/${susan.id}/followers`;

    const first = await client.get(`${path}?per_page=2`);

    expect(usernames(first.body)).toEqual(['david', 'mary']);
    expect(first.body.items[0]).toEqual((await client.get(`/api/users/${david.id}`)).body);
    expect(first.body._meta).toEqual({ page: 1, per_page: 2, total_pages: 2, total_items: 3 });
    expect(first.body._links).toEqual({ self: `${path}?page=1&per_page=2`, next: `${path}?page=2&per_page=2`, prev: null });
    expect(usernames((await client.get(first.body._links.next as string)).body)).toEqual(['john']);
    expect((await client.get(`${path}?page=7`)).body).toMatchObject({
      items: [],
      _links: { next: null, prev: `${path}?page=1&per_page=10` },
    });
    expect(usernames((await client.get(`/api/users/${mary.id}/following`)).body)).toEqual(['david', 'susan']);
  });

  it('lead through all of them, each once, and far down by an id instead of by skipping', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const total = 1_250;
    const users = site.app.get(DataSource).getRepository(User);
    const follows = site.app.get(DataSource).getRepository(Follow);
    const createdAt = new Date();
    const crowd = Array.from({ length: total }, (_, n) => ({
      username: `p${n}`,
      usernameKey: `p${n}`,
      email: `p${n}@example.com`,
    }));
    for (let i = 0; i < total; i += 250) {
      await users.insert(crowd.slice(i, i + 250).map((one) => ({ ...one, emailKey: one.email, passwordHash: null, createdAt })));
    }
    const ids = (await users.find({ where: { id: MoreThan(john.id) }, select: { id: true } })).map(({ id }) => id);
    await follows.insert(ids.map((followerId) => ({ followerId, followedId: susan.id, createdAt })));
    await users.update({ id: susan.id }, { followersCount: total });
    // One who is hidden where a page ends changes nothing for the others.
    await users.update({ id: ids[total - 1_000]! }, { suspendedAt: createdAt });
    const client = await api.as(john);

    for (const start of [`/api/users/${susan.id}/followers?per_page=100`, '/api/users?per_page=100']) {
      const seen: number[] = [];
      const links: string[] = [];
      for (let next: string | null = start; next !== null; links.push(next ?? '')) {
        const { body }: { body: { items: { id: number }[]; _links: { next: string | null } } } = await client.get(next);
        seen.push(...body.items.map(({ id }) => id));
        next = body._links.next;
      }
      expect(seen.filter((id) => id > john.id).sort((a, b) => a - b)).toEqual(ids.filter((id) => id !== ids[total - 1_000]));
      expect(links.filter((link) => link.includes('past=')).map((link) => /[?&]page=(\d+)/.exec(link)?.[1])).toEqual([
        '11',
        '12',
        '13',
      ]);
    }
  });

  it('link by id where they were asked for by `me`, and have no neighbours when they are empty', async () => {
    const { susan } = await site.people('susan');

    const { body } = await (await api.as(susan)).get('/api/users/me/following?page=3');

    expect(body).toEqual({
      items: [],
      _meta: { page: 3, per_page: 10, total_pages: 0, total_items: 0 },
      _links: { self: `/api/users/${susan.id}/following?page=3&per_page=10`, next: null, prev: null },
    });
  });
});
