import type { OpenAPIObject } from '@nestjs/swagger';
import { useSite } from '../support/site';
import { Contract } from './contract';

interface Layer {
  readonly route?: { readonly path: string | string[]; readonly methods: Readonly<Record<string, boolean>> };
}

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags: string[];
  readonly security?: Record<string, string[]>[];
  readonly parameters: { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

const site = useSite();
let document: OpenAPIObject;

beforeAll(async () => {
  document = JSON.parse((await site.raw('/api/openapi.json')).body) as OpenAPIObject;
});

/** Every operation that Express has below `/api`, as `GET /api/users/{id}`. */
function served(): string[] {
  const { router } = site.app.app.getHttpAdapter().getInstance() as unknown as { router: { stack: Layer[] } };
  return router.stack
    .flatMap(({ route }) => (route ? [route] : []))
    .flatMap(({ path, methods }) => [path].flat().flatMap((one) => Object.keys(methods).map((method) => ({ method, path: one }))))
    .filter(({ path }) => /^\/api(\/|$)/.test(path))
    .map(({ method, path }) => `${method.toUpperCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
}

function operations(): [name: string, operation: Operation][] {
  return Object.entries(document.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation as never,
    ]),
  );
}

describe('the API document', () => {
  it('describes what is served, all of it and nothing else', () => {
    const described = new Contract(document).operations;

    expect(served().length).toBeGreaterThan(15);
    expect(described.sort()).toEqual(served().sort());
  });

  it('is OpenAPI 3.1, and every reference in it leads somewhere', () => {
    expect(document.openapi).toBe('3.1.0');
    const schemas = Object.keys(document.components?.schemas ?? {}).map((name) => `#/components/schemas/${name}`);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);

    expect([...new Set(references)].sort()).toEqual(schemas.sort());
  });

  it('says of every operation what it is for, under a heading that is explained', () => {
    const headings = (document.tags ?? []).map(({ name, description }) => description && name);

    for (const [name, { summary, tags }] of operations()) {
      expect([name, summary]).toEqual([name, expect.stringMatching(/.{5}/)]);
      expect([name, tags.map((tag) => headings.includes(tag))]).toEqual([name, [true]]);
    }
    const ids = operations().map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('describes each parameter of a path', () => {
    for (const [name, { parameters }] of operations()) {
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
      expect([name, parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name)]).toEqual([
        name,
        inPath,
      ]);
    }
  });

  it('says who may call: with a token, and the few that are open or want a password', async () => {
    const byProof = (scheme: string | undefined): string[] =>
      operations()
        .filter(([, { security = [] }]) => (scheme === undefined ? security.length === 0 : security.some((one) => scheme in one)))
        .map(([name]) => name);

    expect(byProof('basic')).toEqual(['POST /api/tokens']);
    expect(byProof(undefined).sort()).toEqual([
      'GET /api/docs',
      'GET /api/openapi.json',
      'POST /api/password_resets',
      'POST /api/users',
      'PUT /api/password_resets',
    ]);
    for (const name of byProof('bearer')) {
      const [method = '', path = ''] = name.split(' ');
      const { status } = await site.raw(path.replace('{id}', '1'), { method });
      expect([name, status]).toEqual([name, 401]);
    }
    expect(Object.keys(document.components?.securitySchemes ?? {}).sort()).toEqual(['basic', 'bearer']);
  });

  it('tells with every operation what a problem looks like', () => {
    const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemJson' } } };

    for (const [name, { responses }] of operations()) {
      const problems = Object.entries(responses).filter(([status]) => !status.startsWith('2') && status !== '304');
      for (const [status, response] of problems)
        expect([name, status, response]).toMatchObject([name, status, { content: problem }]);
      if (name !== 'GET /api/docs') expect(Object.keys(responses)).toContain('default');
    }
  });
});

describe('the judge of answers', () => {
  const answer = (status: number, body: unknown, type = 'application/json') => ({
    status,
    headers: { 'content-type': type },
    body,
  });
  const judge =
    (...args: Parameters<Contract['judge']>) =>
    (): void =>
      new Contract(document).judge(...args);
  const token = { token: 'x', expires_at: '2026-11-22T20:00:00.000Z' };

  it('accepts what is described', () => {
    expect(judge('POST', '/api/tokens', undefined, answer(200, token))).not.toThrow();
  });

  it.each([
    ['a property that is not described', answer(200, { ...token, email: 'x' })],
    ['a property that is missing', answer(200, { token: 'x' })],
    ['a value of another kind', answer(200, { ...token, expires_at: 7 })],
    ['a time that is none', answer(200, { ...token, expires_at: 'soon' })],
    ['another content type', answer(200, token, 'text/html')],
    ['a status that is not described', answer(202, token)],
    ['a problem that is none', answer(401, { error: 'Unauthorized' }, 'application/problem+json')],
  ])('refuses %s', (_, wrong) => {
    expect(judge('POST', '/api/tokens', undefined, wrong)).toThrow('POST /api/tokens');
  });

  it('refuses an answer where there is no operation, and a body where none is described', () => {
    expect(judge('GET', '/api/secrets', undefined, answer(200, {}))).toThrow('no such operation');
    expect(judge('DELETE', '/api/tokens', undefined, answer(204, {}))).toThrow('not described');
  });

  it('refuses an input that was taken though it is not described', () => {
    const person = { id: 1, username: 'susan', _links: { self: '/', avatar: '/' } };
    const message = { id: 1, body: 'a', timestamp: token.expires_at, unread: false, _links: { self: '/' } };
    const created = answer(201, { ...message, sender: person, recipient: person });

    expect(judge('POST', '/api/messages', { recipient: 'susan', body: 'a' }, created)).not.toThrow();
    expect(judge('POST', '/api/messages', { recipient: 'susan', body: 7 }, created)).toThrow('The body of POST /api/messages');
  });
});
