import { DataSource } from 'typeorm';
import type { BrowserSession } from '../../support/browser-session';
import { useSite } from '../../support/site';

const site = useSite();
const onMysql = process.env.TEST_DATABASE === 'mysql';

/** The statements that a piece of browsing costs. */
async function statementsOf(browse: () => Promise<{ status: number }>, expected: number): Promise<string[]> {
  const log = jest.spyOn(site.app.get(DataSource).logger, 'logQuery');
  const { status } = await browse();
  const statements = log.mock.calls.map(([text]) => text);
  log.mockRestore();
  expect(status).toBe(expected);
  return statements;
}

/** Susan, who follows two people, and has been here a moment ago: that she was seen is written once a minute. */
async function asSusan(): Promise<{ browser: BrowserSession; postId: number }> {
  const { susan, john, mary } = await site.people('susan', 'john', 'mary');
  await site.follow(susan, john, mary);
  const ids = await site.posted([susan, '1'], [john, '2'], [mary, '3']);
  const browser = await site.signedIn(susan);
  await browser.get('/settings/language');
  return { browser, postId: ids[0] ?? 0 };
}

// Each with one statement for the session. Home is one more on SQLite and two on MySQL.
it.each([
  ['/', onMysql ? 3 : 2],
  ['/explore', 2],
  ['/user/john', 3],
  ['/user/susan/feed.atom', 3],
  ['/tag/birds/feed.json', 2],
  // The last one is her latest export.
  ['/user/susan', 4],
  ['/user/john/popup', 2],
  ['/user/john/followers', 3],
  ['/edit_profile', 2],
  ['/settings/language', 1],
  ['/nothing-here', 1],
])('%s takes %i statements', async (path, count) => {
  const { browser } = await asSusan();
  const status = path === '/nothing-here' ? 404 : 200;
  expect(await statementsOf(() => browser.get(path), status)).toHaveLength(count);
});

it('one post takes two statements', async () => {
  const { browser, postId } = await asSusan();
  expect(await statementsOf(() => browser.get(`/post/${postId}`), 200)).toHaveLength(2);
});

it('publishing takes seven statements, and commits once', async () => {
  const { browser } = await asSusan();
  const { values } = await browser.fill('/', '/', { post: 'hello' });
  const statements = await statementsOf(() => browser.post('/', values), 303);
  expect(statements.filter((text) => text === 'COMMIT')).toHaveLength(1);
  expect(statements).toHaveLength(7);
});

it('what everybody gets alike takes none', async () => {
  const { browser } = await asSusan();
  for (const path of ['/avatar/1.svg?s=70', '/healthz', '/assets/css/microblog.css']) {
    expect(await statementsOf(() => browser.get(path), 200)).toEqual([]);
  }
});
