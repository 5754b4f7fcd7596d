import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './schema';

export type { components, paths } from './schema';

/**
 * The REST API with types: `await api.GET('/api/posts/{id}', { params: { path: { id: 7 } } })`. What comes back has `data`, or `error`, a problem.
 *
 * @param baseUrl where the site is, such as `https://blog.example`
 * @param token from `POST /api/tokens` or the settings; without one, only what is open to everybody
 */
export const microblog = (baseUrl: string, token?: string): Client<paths> =>
  createClient<paths>({ baseUrl, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
