import { DataSource } from 'typeorm';
import { useSite } from '../../support/site';
import { useApi } from './api-client';

const site = useSite();
const api = useApi(site);

/** The statements that a GET costs, the one that looks up the token included. */
async function statementsOf(path: string): Promise<number> {
  const { susan, john, mary } = await site.people('susan', 'john', 'mary');
  await site.follow(susan, john, mary);
  await site.follow(mary, susan);
  await site.posted([susan, '1'], [john, '2'], [mary, '3'], [susan, '4']);
  const client = await api.as(susan);
  // That the token was used is written once a minute.
  await client.get('/api/users/me');
  const log = jest.spyOn(site.app.get(DataSource).logger, 'logQuery');
  const { status } = await client.get(path);
  const count = log.mock.calls.length;
  log.mockRestore();
  expect(status).toBe(200);
  return count;
}

it.each([
  ['/api/users/me', 2],
  ['/api/users', 3],
  ['/api/users?page=7', 2],
  ['/api/users?after=1', 2],
  ['/api/users/me/followers', 3],
  ['/api/users/me/following?page=2&per_page=1', 3],
  ['/api/users/me/posts', 3],
  ['/api/posts', 2],
  // The home timeline is one statement on SQLite, two on MySQL.
  ['/api/timeline', process.env.TEST_DATABASE === 'mysql' ? 3 : 2],
])('%s takes %i statements', async (path, count) => {
  expect(await statementsOf(path)).toBe(count);
});
