import type { OpenAPIObject } from '@nestjs/swagger';
import { problemContent } from './problem-json';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type MarkedOperation = Operation & { [TAKES_KEYS]?: boolean; [HARMLESS]?: boolean };
type Responses = Record<string, object | undefined>;

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Sent again with the same key, within a day, a request takes effect once and is answered as the first time',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
  example: '7d1f6c2e',
} as const;

const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The `ETag` of what you have: 304 when it is still so',
  schema: { type: 'string' },
} as const;

const RATE_LIMIT = {
  'RateLimit-Policy': {
    description: 'Each limit that counts this: `q` times within `w` seconds',
    schema: { type: 'string' },
    example: '"reports";q=30;w=3600',
  },
  RateLimit: {
    description: 'What is left of each: `r` times, anew in `t` seconds',
    schema: { type: 'string' },
    example: '"reports";r=29;t=3600',
  },
} as const;
const RETRY_AFTER = { 'Retry-After': { description: 'Seconds', schema: { type: 'integer', minimum: 1 } } } as const;

const ETAG = { ETag: { description: 'Names this state of it', schema: { type: 'string' } } } as const;

/** Marks what takes an `Idempotency-Key`, until the document is done. */
export const TAKES_KEYS = 'x-takes-keys';

/** Marks what a token may do that may only read, until the document is done. */
export const HARMLESS = 'x-harmless';

/** What holds for every operation of a kind is described once, here. */
export function describeConventions(paths: OpenAPIObject['paths']): void {
  for (const methods of Object.values(paths)) {
    const { get, post } = methods;
    if (get && 'application/json' in (contentOf(get, '200') ?? {})) describeRead(get);
    if (post && TAKES_KEYS in post) describeCreation(post);
    for (const [method, operation] of Object.entries(methods) as [string, MarkedOperation][]) {
      if (method !== 'get' && isForTokens(operation) && !operation[HARMLESS]) describeChange(operation);
      if ('429' in operation.responses) describeLimits(operation.responses);
      operation.security ??= [];
      delete operation[TAKES_KEYS];
      delete operation[HARMLESS];
    }
  }
}

const contentOf = ({ responses }: Operation, status: string): object | undefined =>
  (responses as Record<string, { content?: object } | undefined>)[status]?.content;

function describeRead(operation: Operation): void {
  const responses = operation.responses as Responses;
  operation.parameters = [...(operation.parameters ?? []), IF_NONE_MATCH];
  responses['200'] = { ...responses['200'], headers: ETAG };
  responses['304'] = { description: 'You have it already' };
}

const isForTokens = ({ security = [] }: Operation): boolean => security.some((one) => 'bearer' in one);

function describeChange(operation: Operation): void {
  operation.responses['403'] ??= {
    description: 'The token may only read, or this is not yours to change',
    content: problemContent,
  };
}

function describeCreation(operation: Operation): void {
  const responses = operation.responses as Responses;
  operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
  responses['400'] ??= { description: 'The key is none', content: problemContent };
  responses['422'] = { description: 'The key came with another request before', content: problemContent };
}

function describeLimits(responses: Responses): void {
  for (const [status, response] of Object.entries(responses)) {
    if (!/^(2..|429)$/.test(status)) continue;
    const headers = { ...(response as { headers?: object }).headers, ...RATE_LIMIT, ...(status === '429' ? RETRY_AFTER : {}) };
    responses[status] = { ...response, headers };
  }
}
