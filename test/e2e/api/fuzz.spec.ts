import fc from 'fast-check';
import { useSite } from '../../support/site';
import { type ApiClient, useApi } from './api-client';

/** Runs an operation. Each answer is held against the document by the client; here it must also be one that is described by name. */
const RUNS = 20;

interface Schema {
  readonly type?: string | string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const site = useSite();
const api = useApi(site);

/** What no field is: other types, nests, names that objects have anyway, text that is not to be stored. */
const nonsense = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\u0000',
    '\uD800',
    '\u202E',
    '0',
    '-1',
    '1e309',
    '../..',
    '$t(site.name)',
    '{{x}}',
    "' OR 1=1 --",
    [],
    {},
    2 ** 53,
    -1,
    1.5,
  ),
  fc.integer({ min: 1, max: 3 }).map((times) => '🍣'.repeat(2000 * times)),
);

/** Values that fit a schema, roughly: so that wrong ones stand beside right ones. */
function fitting({ type, enum: choices, maxLength = 40 }: Schema): fc.Arbitrary<unknown> {
  if (choices) return fc.constantFrom(...choices);
  if (type === 'integer') return fc.integer({ min: 1, max: 3 });
  if (type === 'boolean') return fc.boolean();
  return fc.string({ minLength: 1, maxLength: Math.min(maxLength, 40) });
}

function bodyFor(schema: Schema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, field]) => [name, fc.oneof(fitting(field), nonsense)]),
  );
  const object = fc.record(fields, { requiredKeys: [] });
  const withMore = fc
    .tuple(object, fc.dictionary(fc.constantFrom('id', 'role', '__proto__', 'constructor', 'toString', 'email[$ne]'), nonsense))
    .map(([known, more]) => ({ ...more, ...known }));
  return fc.oneof({ weight: 4, arbitrary: object }, { weight: 3, arbitrary: withMore }, { weight: 1, arbitrary: nonsense });
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.toWellFormed() : (JSON.stringify(value) ?? 'undefined');

function requestFor(
  path: string,
  { parameters = [], requestBody }: Operation,
  { schemas, ids }: { schemas: Document['components']['schemas']; ids: readonly string[] },
) {
  // Half of the time something that there is.
  const valueOf = (one: Parameter): fc.Arbitrary<unknown> =>
    fc.oneof(one.in === 'path' ? fc.constantFrom(...ids) : fitting(one.schema), nonsense);
  const given = Object.fromEntries(parameters.filter((one) => one.in !== 'header').map((one) => [one.name, valueOf(one)]));
  const schema = requestBody?.content['application/json']?.schema;
  const body = schema
    ? bodyFor(schema.$ref ? (schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema)
    : fc.constant(undefined);
  return fc.record({ values: fc.record(given), body }).map(({ values, body: sent }) => {
    const query = new URLSearchParams();
    let url = path;
    for (const one of parameters) {
      const text = textOf(values[one.name]).slice(0, 300);
      if (one.in === 'path') url = url.replace(`{${one.name}}`, encodeURIComponent(text) || '%20');
      if (one.in === 'query') query.append(one.name, text);
    }
    return { url: query.size > 0 ? `${url}?${query.toString()}` : url, sent };
  });
}

describe('whatever is sent to an operation', () => {
  let client: ApiClient;

  it('is answered as the document says, by a status that it names, and never by a failure of ours', async () => {
    const document = JSON.parse((await site.raw('/api/openapi.json')).body) as Document;
    const unexpected: string[] = [];
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        // A page for people, what ends the token that is used here, and a stream that does not end.
        if (path === '/api/docs' || path.endsWith('/stream') || (path === '/api/tokens' && method === 'delete')) continue;
        await site.nobody();
        const { susan, john } = await site.people('susan', 'john');
        const posts = await site.posted([susan, 'one'], [john, 'two']);
        const ids = ['me', ...[susan.id, john.id, ...posts].map(String)];
        client = await api.as(susan);
        await fc.assert(
          fc.asyncProperty(requestFor(path, operation, { schemas: document.components.schemas, ids }), async ({ url, sent }) => {
            const text = sent === undefined ? undefined : JSON.stringify(sent);
            const { status } = await client.send(
              method.toUpperCase(),
              url,
              text,
              text === undefined ? {} : { 'content-type': 'application/json' },
            );
            if (!(String(status) in operation.responses))
              unexpected.push(`${operation.operationId}: ${status} for ${url} ${text}`);
            if (status >= 500) throw new Error(`${status} for ${method} ${url} ${text}`);
          }),
          { numRuns: RUNS, seed: 7, endOnFailure: true },
        );
      }
    }
    expect(unexpected).toEqual([]);
  }, 180_000);
});
