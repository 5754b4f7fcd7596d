import { gzipSync } from 'node:zlib';
import { TimelineService } from '../../../src/timeline/timeline.service';
import { useSite } from '../../support/site';
import { type ApiClient, useApi } from './api-client';

const site = useSite();
const api = useApi(site);

const JSON_TYPE = { 'content-type': 'application/json' };
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

let susan: ApiClient;

beforeEach(async () => {
  const people = await site.people('susan');
  susan = await api.as(people.susan);
});
afterEach(() => jest.restoreAllMocks());

describe('a body', () => {
  it.each([
    ['without a type', {}],
    ['of text', { 'content-type': 'text/plain' }],
    ['of a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['of a form with a file', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['of something that sounds like JSON', { 'content-type': 'application/jsonp' }],
    ['in an encoding that JSON does not have', { 'content-type': 'application/json; charset=iso-8859-1' }],
    ['packed in an unknown way', { ...JSON_TYPE, 'content-encoding': 'zip' }],
  ])('%s is not read: 415', async (_, headers) => {
    const { status, body } = await susan.send('POST', '/api/posts', '{"body":"a"}', headers);

    expect(status).toBe(415);
    expect(body.error).toBe('Unsupported Media Type');
  });

  it.each([
    ['POST', '/api/users'],
    ['POST', '/api/posts'],
    ['PUT', '/api/users/me'],
  ])('is wanted by %s %s', async (method, path) => {
    expect((await susan.send(method, path)).status).toBe(415);
  });

  it.each(['application/json;charset=utf-8', 'Application/JSON', 'application/json ; charset="UTF-8"'])(
    'is read as %s',
    async (type) => {
      expect((await susan.send('POST', '/api/posts', '{"body":"a"}', { 'content-type': type })).status).toBe(201);
    },
  );

  it.each([
    ['null', 'null'],
    ['a number', '1'],
    ['a text', '"x"'],
    ['true', 'true'],
    ['a list', '[]'],
    ['a list of objects', '[{"body":"a"}]'],
    ['broken', '{"body":'],
    ['a form', 'body=a'],
    ['blanks', '  '],
    ['two values', '{"body":"a"}{}'],
    ['bytes that are not UTF-8', Buffer.from('{"body":"caf\u00e9"}', 'latin1')],
    ['deep', nested(30_000)],
    ['deep where text is meant', `{"body":${nested(15_000)},"username":${nested(15_000)}}`],
    ['deep and never closed', '['.repeat(60_000)],
  ])('that is %s is refused: 400', async (_, body) => {
    for (const [method, path] of [
      ['POST', '/api/users'],
      ['POST', '/api/posts'],
      ['PUT', '/api/users/me'],
    ] as const) {
      const answer = await susan.send(method, path, body, JSON_TYPE);
      expect(answer.status).toBe(400);
      expect(answer.body.error).toBe('Bad Request');
    }
    expect(await site.count('post')).toBe(0);
  });

  it.each([
    ['one megabyte', Buffer.from(JSON.stringify({ body: 'x'.repeat(1_000_000) })), {}],
    ['100,000 brackets', Buffer.from('['.repeat(100_000)), {}],
    [
      'a kilobyte that unpacks to a megabyte',
      gzipSync(JSON.stringify({ body: 'x'.repeat(1_000_000) })),
      { 'content-encoding': 'gzip' },
    ],
  ])('of %s is too large: 413', async (_, body, headers) => {
    const { status } = await susan.send('POST', '/api/posts', body, { ...JSON_TYPE, ...headers });

    expect(status).toBe(413);
  });

  it('may be packed', async () => {
    const packed = gzipSync('{"body":"a"}');

    expect((await susan.send('POST', '/api/posts', packed, { ...JSON_TYPE, 'content-encoding': 'gzip' })).status).toBe(201);
  });
});

describe('a path', () => {
  it.each(['/api', '/api/', '/api/nope', '/api/users/1/nope', '/api/tokens/1/2', '/api/posts/1/2', '/API/NOPE'])(
    'that is none is a problem: %s',
    async (path) => {
      for (const client of [susan, api.anonymous]) {
        const { status, body } = await client.with({ accept: 'text/html' }).get(path);
        expect(status).toBe(404);
        expect(body).toMatchObject({ error: 'Not Found', instance: path });
      }
    },
  );

  it.each(['/api/users/%zz', '/api/users/%ff', '/api/posts?before=%e0%80'])('that is no UTF-8 is a problem: %s', async (path) => {
    expect((await susan.get(path)).status).toBe(400);
  });

  it.each([
    ['PATCH', '/api/users', 'GET, HEAD, POST'],
    ['DELETE', '/api/users/1', 'GET, HEAD, PUT'],
    ['PUT', '/api/tokens', 'DELETE, GET, HEAD, POST'],
    ['POST', '/api/timeline', 'GET, HEAD'],
    ['GET', '/api/users/1/follow', 'DELETE, PUT'],
    ['POST', '/api/posts/1', 'DELETE, GET, HEAD, PUT'],
    ['TRACE', '/api/posts', 'GET, HEAD, POST'],
  ])('that has no %s says what it has: %s', async (method, path, allowed) => {
    const { status, headers, body } = await susan.send(method, path);

    expect(status).toBe(405);
    expect(headers.allow).toBe(allowed);
    expect(body.error).toBe('Method Not Allowed');
  });

  it('answers HEAD like GET, without a body', async () => {
    for (const path of ['/api/users', '/api/users/me', '/api/timeline', '/api/openapi.json']) {
      const got = await susan.get(path);
      const { status, headers, body } = await susan.send('HEAD', path);
      expect([status, headers['content-type'], body]).toEqual([200, got.headers['content-type'], undefined]);
    }
    expect((await api.anonymous.send('HEAD', '/api/users')).status).toBe(401);
  });
});

describe('a problem', () => {
  it('is told in the language of the caller', async () => {
    const client = susan.with({ 'accept-language': 'es-MX,es;q=0.9,en;q=0.5' });

    const taken = await client.post('/api/users', { username: 'susan', email: 'new@example.com', password: 'correct horse' });
    expect(taken.headers['content-language']).toBe('es');
    expect(taken.headers.vary).toContain('Accept-Language');
    expect(taken.body).toMatchObject({
      title: 'Petición incorrecta',
      detail: 'Elige otro nombre de usuario.',
      errors: { username: ['Elige otro nombre de usuario.'] },
    });

    const missing = await client.post('/api/users', {});
    expect(missing.body.detail).toBe('debe incluir los campos username, email y password');
    expect((await client.post('/api/posts', {})).body.detail).toBe('debe incluir el campo body');
    expect((await susan.post('/api/posts', {})).body.detail).toBe('must include body field');
  });

  it('hides what is nobody’s business', async () => {
    jest.spyOn(site.app.get(TimelineService), 'home').mockRejectedValue(new Error('the secret of the house'));

    const { status, headers, body } = await susan.get('/api/timeline');

    expect(status).toBe(500);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('comes with the headers of every answer of ours', async () => {
    for (const { headers } of [await susan.get('/api/nope'), await susan.get('/api/timeline')]) {
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});
