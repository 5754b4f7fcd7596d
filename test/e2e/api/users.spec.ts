import { useSite } from '../../support/site';
import { basic, useApi } from './api-client';

const site = useSite();
const api = useApi(site);

const zoe = { username: 'zoe', email: 'zoe@example.com', password: 'correct horse' };

describe('POST /api/users', () => {
  it('opens an account, with which one gets a token', async () => {
    const { status, headers, body } = await api.anonymous.post('/api/users', zoe);

    expect(status).toBe(201);
    expect(headers.location).toBe(`/api/users/${body.id}`);
    const { id } = body as { id: number };
    expect(body).toEqual({
      id,
      username: 'zoe',
      last_seen: null,
      about_me: '',
      post_count: 0,
      follower_count: 0,
      following_count: 0,
      _links: {
        self: `/api/users/${id}`,
        followers: `/api/users/${id}/followers`,
        following: `/api/users/${id}/following`,
        posts: `/api/users/${id}/posts`,
        avatar: `/avatar/${id}.svg?s=128`,
      },
    });
    expect((await api.anonymous.with(basic('zoe', zoe.password)).post('/api/tokens')).status).toBe(200);
  });

  it('names all fields that must be there, when one is missing', async () => {
    const { status, body } = await api.anonymous.post('/api/users', { username: 'zoe' });

    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: 'Bad Request',
      message: 'must include username, email and password fields',
      errors: { email: ['This field is required.'], password: ['This field is required.'] },
    });
    expect(await site.count('user')).toBe(0);
  });

  it('tells both clashes at once, whatever the case', async () => {
    await site.people('susan');

    const { status, body } = await api.anonymous.post('/api/users', { ...zoe, username: 'SUSAN', email: 'Susan@Example.com' });

    expect(status).toBe(400);
    expect(body.message).toBe('Please use a different username.');
    expect(body.errors).toEqual({
      username: ['Please use a different username.'],
      email: ['Please use a different email address.'],
    });
  });

  it.each([
    ['email', 'zo\u200be@example.com', 'Invalid email address.'],
    ['email', 'zoe@exam\u00adple.com', 'Invalid email address.'],
    ['email', 'zoe\u202e@example.com', 'Invalid email address.'],
    ['password', 'correct \ud800 horse', 'Contains characters that cannot be stored.'],
  ])('refuses what is drawn as nothing, or is no character: %s %j', async (field, value, problem) => {
    const { status, body } = await api.anonymous.post('/api/users', { ...zoe, [field]: value });
    expect([status, body.errors]).toEqual([400, { [field]: [problem] }]);
  });

  it('takes no field that it does not know', async () => {
    const sent = {
      ...zoe,
      id: 77,
      role: 'admin',
      token: 'x',
      password_hash: 'x',
      posts_count: 9,
      followersCount: 9,
      about_me: 'hi',
    };

    const { status, body } = await api.anonymous.post('/api/users', sent);

    expect(status).toBe(201);
    expect(body).toMatchObject({ about_me: '', post_count: 0, follower_count: 0 });
    expect(await site.rows('SELECT role, posts_count, followers_count FROM `user`')).toEqual([
      { role: 'user', posts_count: 0, followers_count: 0 },
    ]);
  });

  it.each([
    ['an empty name', { username: '' }],
    ['a name of blanks', { username: '  ' }],
    ['a blank in a name', { username: 'x y' }],
    ['a slash in a name', { username: 'a/b' }],
    ['a name of dots', { username: '..' }],
    ['an emoji as a name', { username: '🍣' }],
    ['a look-alike letter', { username: 'suѕan' }],
    ['a name of 65', { username: 'x'.repeat(65) }],
    ['no address', { email: 'notanemail' }],
    ['an address of more than 120', { email: `${'x'.repeat(60)}@${'y'.repeat(57)}.com` }],
    ['a short password', { password: '1234567' }],
    ['a password of one megabyte that fits in no body', { password: 'x'.repeat(1_000_000) }],
    ['a number as a name', { username: 7 }],
    ['a list as a name', { username: ['zoe'] }],
    ['an object as a name', { username: { $ne: '' } }],
    ['null as an address', { email: null }],
    ['true as a password', { password: true }],
    ['a NUL in a name', { username: 'zo\0e' }],
    ['half an emoji in a name', { username: 'zoe\ud83c' }],
  ])('refuses %s', async (_, wrong) => {
    const { status } = await api.anonymous.post('/api/users', { ...zoe, ...wrong });

    expect([400, 413]).toContain(status);
    expect(await site.count('user')).toBe(0);
  });

  it('lets one of eight in who ask for one name at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => api.anonymous.post('/api/users', { ...zoe, email: `zoe${n}@example.com` })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400, 400, 400, 400]);
    for (const { body } of answers.filter(({ status }) => status === 400)) {
      expect(body.errors).toEqual({ username: ['Please use a different username.'] });
    }
    expect(await site.count('user')).toBe(1);
  });
});

describe('GET /api/users/:id', () => {
  it('tells what anybody may know, never the address, not even to its owner', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await site.follow(john, susan);
    await site.follow(mary, susan);
    await site.follow(susan, john);
    await site.posted([susan, 'one']);
    await (await site.signedIn(susan)).get('/');

    const answer = await (await api.as(susan)).get('/api/users/me');

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id: susan.id, username: 'susan', post_count: 1, follower_count: 2, following_count: 1 });
    expect(answer.body.last_seen).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(JSON.stringify(answer)).not.toContain('susan@example.com');
    expect((await (await api.as(john)).get(`/api/users/${susan.id}`)).body).toEqual(answer.body);
  });

  it.each([
    '999999',
    '0',
    '-1',
    '1.0',
    '1e0',
    '01',
    'susan',
    'ME',
    '%00',
    '9007199254740993',
    '9223372036854775808',
    '1;',
    '1%20',
  ])('knows nobody by %s', async (id) => {
    const { susan } = await site.people('susan');

    const { status, body } = await (await api.as(susan)).get(`/api/users/${id}`);

    expect(status).toBe(404);
    expect(body.error).toBe('Not Found');
  });
});

describe('PUT /api/users/:id', () => {
  it('changes what is sent, and nothing else', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);

    const { status, body } = await client.put(`/api/users/${susan.id}`, { about_me: '  Birds\r\nand more  ' });

    expect(status).toBe(200);
    expect(body).toMatchObject({ username: 'susan', about_me: 'Birds\nand more' });
    expect((await client.put('/api/users/me', { about_me: '' })).body.about_me).toBe('');
    expect((await client.put('/api/users/me', {})).status).toBe(200);
    expect((await client.put('/api/users/me', { username: 'susan', email: susan.email })).status).toBe(200);
    expect((await client.put('/api/users/me', { username: 'Susan' })).body.username).toBe('Susan');
    expect(await site.rows('SELECT username, username_key, email, about_me FROM `user`')).toEqual([
      { username: 'Susan', username_key: 'susan', email: 'susan@example.com', about_me: '' },
    ]);
  });

  it('changes the address too, once that is confirmed', async () => {
    const { susan } = await site.people('susan');

    const { status } = await (await api.as(susan)).put('/api/users/me', { email: 'Sue@Example.com' });

    expect(status).toBe(200);
    expect(await site.rows('SELECT email FROM `user`')).toEqual([{ email: susan.email }]);
    expect(await site.rows('SELECT email FROM email_change')).toEqual([{ email: 'Sue@Example.com' }]);
  });

  it('ignores a password', async () => {
    const { susan } = await site.people('susan');

    const { status } = await (await api.as(susan)).put('/api/users/me', { password: 'another horse', role: 'admin', id: 7 });

    expect(status).toBe(200);
    expect(await site.rows('SELECT id, role FROM `user`')).toEqual([{ id: expect.anything(), role: 'user' }]);
    expect((await api.anonymous.with(basic('susan', susan.password)).post('/api/tokens')).status).toBe(200);
  });

  it('is for oneself only', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const client = await api.as(susan);

    const { status, body } = await client.put(`/api/users/${john.id}`, { about_me: 'hacked' });

    expect(status).toBe(403);
    expect(body).toMatchObject({ error: 'Forbidden', message: 'Only its owner may change an account.' });
    expect((await client.put('/api/users/999999', {})).status).toBe(404);
    expect((await client.get(`/api/users/${john.id}`)).body.about_me).toBe('');
  });

  it('refuses what somebody else has, and what the page refuses', async () => {
    const { susan } = await site.people('susan', 'john');
    const client = await api.as(susan);

    const wrong = [
      [{ username: 'JOHN' }, 'username', 'Please use a different username.'],
      [{ email: 'John@example.com' }, 'email', 'Please use a different email address.'],
      [{ username: '' }, 'username', 'This field is required.'],
      [{ username: null }, 'username', 'Must be text.'],
      [{ email: 'notanemail' }, 'email', 'Invalid email address.'],
      [{ about_me: 'x'.repeat(141) }, 'about_me', 'Field must be between 0 and 140 characters long.'],
      [{ about_me: ['x'] }, 'about_me', 'Must be text.'],
    ] as const;
    for (const [changes, field, text] of wrong) {
      const { status, body } = await client.put('/api/users/me', changes);
      expect([status, body.errors]).toEqual([400, { [field]: [text] }]);
      expect(body.message).toBe(text);
    }
    expect((await client.put('/api/users/me', { about_me: '🍣'.repeat(140) })).status).toBe(200);
  });
});

describe('GET /api/users', () => {
  const names = Array.from({ length: 12 }, (_, n) => `person${String(n).padStart(2, '0')}`);
  const usernames = (body: { items: { username: string }[] }): string[] => body.items.map(({ username }) => username);

  it('lists everybody by pages, the oldest accounts first', async () => {
    const { susan } = await site.people('susan');
    await site.people(...names);
    const client = await api.as(susan);

    const first = await client.get('/api/users');

    expect(usernames(first.body)).toEqual(['susan', ...names.slice(0, 9)]);
    expect(first.body._meta).toEqual({ page: 1, per_page: 10, total_pages: 2, total_items: 13 });
    expect(first.body._links).toEqual({
      self: '/api/users?page=1&per_page=10',
      next: '/api/users?page=2&per_page=10',
      prev: null,
    });
    expect(first.headers.link).toBe('</api/users?page=2&per_page=10>; rel="next"');

    const last = await client.get(first.body._links.next as string);

    expect(usernames(last.body)).toEqual(names.slice(9));
    expect(last.body._links).toMatchObject({ next: null, prev: '/api/users?page=1&per_page=10' });
    expect(last.headers.link).toBe('</api/users?page=1&per_page=10>; rel="prev"');
  });

  it('has as many on a page as is asked for, a hundred at most', async () => {
    const { susan } = await site.people('susan');
    await site.people(...names);
    const client = await api.as(susan);

    const middle = await client.get('/api/users?page=2&per_page=5');

    expect(usernames(middle.body)).toEqual(names.slice(4, 9));
    expect(middle.body._links).toEqual({
      self: '/api/users?page=2&per_page=5',
      next: '/api/users?page=3&per_page=5',
      prev: '/api/users?page=1&per_page=5',
    });
    expect(middle.headers.link).toBe('</api/users?page=3&per_page=5>; rel="next", </api/users?page=1&per_page=5>; rel="prev"');
    expect((await client.get('/api/users?per_page=101')).body._meta).toMatchObject({ page: 1, per_page: 100, total_pages: 1 });
  });

  it('is empty beyond the end, and leads back', async () => {
    const { susan } = await site.people('susan');
    await site.people(...names);
    const client = await api.as(susan);

    for (const page of [3, 99, Number.MAX_SAFE_INTEGER]) {
      const { status, body } = await client.get(`/api/users?page=${page}`);
      expect(status).toBe(200);
      expect(body.items).toEqual([]);
      expect(body._meta).toEqual({ page, per_page: 10, total_pages: 2, total_items: 13 });
      expect(body._links).toMatchObject({ next: null, prev: '/api/users?page=2&per_page=10' });
    }
  });

  it.each([
    'page=-1&per_page=-5',
    'page=0&per_page=0',
    'page=abc&per_page=abc',
    'page=1e3&per_page=1e3',
    'page=&per_page=',
    'page=9223372036854775807&per_page=9223372036854775807',
    'page=99999999999999999999999999&per_page=1.5',
    'page=1&page=2&per_page=5&per_page=6',
    'page[]=2&per_page[x]=5',
    'after=abc',
    'after=-1',
    'after=9223372036854775808',
  ])('is the first page for what makes no sense: %s', async (query) => {
    const { susan } = await site.people('susan');

    const { status, body } = await (await api.as(susan)).get(`/api/users?${query}`);

    expect(status).toBe(200);
    expect(body._meta).toEqual({ page: 1, per_page: 10, total_pages: 1, total_items: 1 });
  });

  it('can be read to its end by `after`', async () => {
    const { susan } = await site.people('susan');
    await site.people(...names);
    const client = await api.as(susan);

    const seen: string[] = [];
    let next: string | null = `/api/users?after=${susan.id}&per_page=5`;
    while (next) {
      const { body } = await client.get(next);
      seen.push(...usernames(body));
      expect(body._meta).toEqual({ per_page: 5 });
      next = body._links.next as string | null;
    }

    expect(seen).toEqual(names);
  });
});
