import { createHash } from 'node:crypto';
import { TidyKeysProcessor } from '../../../src/api/idempotency/tidy-keys.processor';
import { useSite } from '../../support/site';
import { basic, useApi } from './api-client';

const APP = 'https://app.example';
const site = useSite({ CORS_ORIGINS: APP, TRUST_PROXY: '1' });
const api = useApi(site);
const DAY = 24 * 60 * 60 * 1000;

describe('an Idempotency-Key', () => {
  it('makes a request take effect once, and answers it as the first time, however many come at once', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const client = (await api.as(susan)).with({ 'idempotency-key': 'k-1' });

    const answers = await Promise.all([1, 2, 3, 4].map(() => client.post('/api/posts', { body: 'once' })));
    const later = await client.post('/api/posts', { body: 'once' });

    for (const { status, headers, body } of [...answers, later]) {
      expect([status, headers.location, body]).toEqual([201, answers[0]!.headers.location, answers[0]!.body]);
    }
    expect(await site.count('post')).toBe(1);
    // What it is to one, it is not to another.
    expect((await (await api.as(john)).with({ 'idempotency-key': 'k-1' }).post('/api/posts', { body: 'mine' })).status).toBe(201);
    expect(await site.count('post')).toBe(2);
  });

  it('works for whoever has no token yet, and for what answers nothing', async () => {
    const person = { username: 'susan', email: 'susan@example.com', password: 'correct horse battery' };
    const nobody = api.anonymous.with({ 'idempotency-key': 'join' });
    const answers = [await nobody.post('/api/users', person), await nobody.post('/api/users', person)];
    expect(answers.map(({ status, body }) => [status, (body as { username: string }).username])).toEqual([
      [201, 'susan'],
      [201, 'susan'],
    ]);

    const elsewhere = nobody.with({ 'x-forwarded-for': '203.0.113.7' });
    expect((await elsewhere.post('/api/users', { ...person, username: 'mary', email: 'mary@example.com' })).status).toBe(201);

    const { john } = await site.people('john');
    const client = (await api.as(john)).with({ 'idempotency-key': 'report' });
    const { id } = answers[0]!.body as { id: number };
    const reports = [
      await client.post(`/api/users/${id}/reports`, { reason: 'rude' }),
      await client.post(`/api/users/${id}/reports`, { reason: 'rude' }),
    ];
    expect(reports.map(({ status }) => status)).toEqual([reports[0]!.status, reports[0]!.status]);
    expect(await site.count('report')).toBe(1);
  });

  it('is for one request: with another body or address it is refused', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const client = (await api.as(susan)).with({ 'idempotency-key': 'k-1' });
    await client.post('/api/posts', { body: 'one' });

    for (const [path, body] of [
      ['/api/posts', { body: 'two' }],
      ['/api/messages', { recipient: john.username, body: 'one' }],
    ] as const) {
      const { status, body: problem } = await client.post(path, body);
      expect([status, problem.detail]).toEqual([
        422,
        'This Idempotency-Key came with another request before: a new request needs a new key.',
      ]);
    }
    expect([await site.count('post'), await site.count('message')]).toEqual([1, 0]);
  });

  it('keeps nothing by which a password could be guessed faster than by its hash', async () => {
    const person = { username: 'susan', email: 'susan@example.com', password: 'correct horse battery' };
    await api.anonymous.with({ 'idempotency-key': 'join' }).post('/api/users', person);
    const plain = createHash('sha256')
      .update(`POST /api/users\n${JSON.stringify(person)}`)
      .digest('base64url');
    const [row] = await site.rows<{ request: string }>('SELECT request FROM idempotency_key');
    expect(row?.request).toMatch(/^[\w-]{43}$/);
    expect(row?.request).not.toBe(plain);
  });

  it('is not used up by a request that was refused, and is forgotten after a day', async () => {
    const { susan } = await site.people('susan');
    const client = (await api.as(susan)).with({ 'idempotency-key': 'k-1' });
    expect((await client.post('/api/posts', { body: '' })).status).toBe(400);
    expect((await client.post('/api/posts', { body: 'one' })).status).toBe(201);

    site.later(DAY + 1000);
    await site.app.get(TidyKeysProcessor).process();
    expect(await site.count('idempotency_key')).toBe(0);
    expect((await (await api.as(susan)).with({ 'idempotency-key': 'k-1' }).post('/api/posts', { body: 'two' })).status).toBe(201);
    expect(await site.count('post')).toBe(2);
  });

  it.each(['two words', 'x'.repeat(256), 'schlüssel'])('is no key: %s', async (key) => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);
    const { status } = await client
      .with({ 'idempotency-key': Buffer.from(key).toString('latin1') })
      .post('/api/posts', { body: 'x' });
    expect([status, await site.count('post')]).toEqual([400, 0]);
  });

  it('keeps no token: asking for one again gives the same one anyway', async () => {
    const { susan } = await site.people('susan');
    const client = api.anonymous.with({ ...basic(susan.username, susan.password), 'idempotency-key': 'k-1' });
    const [first, second] = [await client.post('/api/tokens'), await client.post('/api/tokens')];
    expect(second.body).toEqual(first.body);
    expect(await site.count('idempotency_key')).toBe(0);
  });
});

describe('what is read', () => {
  it('has a name, by which who has it need not be sent it again', async () => {
    const { susan } = await site.people('susan');
    const [id] = await site.posted([susan, 'one']);
    const client = await api.as(susan);
    for (const path of [`/api/posts/${id}`, '/api/timeline', '/api/users/me', '/api/users', '/api/openapi.json']) {
      const first = await client.get(path);
      const etag = first.headers.etag ?? '';
      expect([path, first.status, etag]).toEqual([path, 200, expect.stringMatching(/^"[\w-]{43}"$/)]);

      const again = await client.with({ 'if-none-match': etag }).get(path);
      expect([path, again.status, again.body, again.headers.etag]).toEqual([path, 304, undefined, etag]);
    }
    const { headers } = await client.get(`/api/posts/${id}`);
    await client.put(`/api/posts/${id}`, { body: 'two' });
    expect((await client.with({ 'if-none-match': headers.etag ?? '' }).get(`/api/posts/${id}`)).body.body).toBe('two');
  });

  it('can be asked for its head alone', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);
    const { headers } = await client.get('/api/users/me');

    const head = await client.send('HEAD', '/api/users/me');

    expect([head.status, head.body, head.headers.etag, head.headers['content-type']]).toEqual([
      200,
      undefined,
      headers.etag,
      headers['content-type'],
    ]);
  });
});

describe('OPTIONS', () => {
  it.each([
    ['/api/users', 'GET, HEAD, OPTIONS, POST'],
    ['/api/posts/1', 'DELETE, GET, HEAD, OPTIONS, PUT'],
    ['/api/users/me/follow', 'DELETE, OPTIONS, PUT'],
  ])('tells what may be done with %s', async (path, allow) => {
    const { status, headers, body } = await site.raw(path, { method: 'OPTIONS' });
    expect([status, headers.allow, body]).toEqual([204, allow, '']);
  });

  it('is not found where there is nothing', async () => {
    const { status, headers } = await site.raw('/api/nowhere', { method: 'OPTIONS' });
    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });
});

describe('a page of another site', () => {
  const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' };

  it('that was named may call the API, without cookies', async () => {
    const asked = await site.raw('/api/posts', { method: 'OPTIONS', headers: { origin: APP, ...preflight } });
    expect(asked.status).toBe(204);
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': APP,
      'access-control-allow-methods': expect.stringContaining('POST') as string,
      'access-control-allow-headers': expect.stringContaining('Authorization') as string,
      vary: expect.stringContaining('Origin') as string,
    });
    expect(asked.headers['access-control-allow-credentials']).toBeUndefined();

    const { susan } = await site.people('susan');
    const told = await (await api.as(susan)).with({ origin: APP }).get('/api/timeline');
    expect(told.headers['access-control-allow-origin']).toBe(APP);
    expect(told.headers['access-control-expose-headers']).toContain('Link');
    const refused = await site.raw('/api/timeline', { headers: { origin: APP } });
    expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([401, APP]);
  });

  it.each(['https://evil.example', 'null', `${APP}.evil.example`])('that was not named may not: %s', async (origin) => {
    const { headers } = await site.raw('/api/posts', { method: 'OPTIONS', headers: { origin, ...preflight } });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('gets no page of ours', async () => {
    const { headers } = await site.raw('/auth/login', { headers: { origin: APP } });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  describe('on a site that names none', () => {
    const closed = useSite();

    it('may not', async () => {
      const { headers } = await closed.raw('/api/posts', { method: 'OPTIONS', headers: { origin: APP, ...preflight } });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    });
  });
});
