import { type Cursor, firstPage } from '../../../src/common/page';
import { ExploreQueries } from '../../../src/timeline/explore.queries';
import { Worlds } from '../database/world';
import { idsOf, pageOf, Village } from './village';

const worlds = new Worlds();
let explore: ExploreQueries;
let village: Village;
let susan: number;

beforeAll(async () => {
  const world = await worlds.create();
  explore = new ExploreQueries(world.sql);
  village = new Village(world);
  const [first = 0, john = 0] = await village.people('susan', 'john');
  susan = first;
  await village.post(susan, john, john, { id: 50, authorId: susan }, ...Array<number>(20).fill(john));
});
afterAll(() => worlds.close());

describe('explore', () => {
  it('shows what everybody says, newest first, with who said it', async () => {
    const { items } = await explore.page(susan, firstPage, 22);

    expect(items.slice(-3)).toMatchObject([
      { id: 51, author: { username: 'john' } },
      { id: 50, author: { username: 'susan' }, body: 'post 50', createdAt: new Date(50_000) },
      { id: 3, author: { username: 'john' } },
    ]);
  });

  it.each([1, 5, 23, 24, 25, 100])('equals a look at every post, wherever it begins, %d a page', async (limit) => {
    for (const id of [1, 2, 3, 4, 49, 50, 51, 60, 70, 71, Number.MAX_SAFE_INTEGER]) {
      const cursors: Cursor[] = [firstPage, { before: id }, { after: id }];
      for (const cursor of cursors)
        expect(idsOf(await explore.page(susan, cursor, limit))).toEqual(pageOf(village.said, cursor, limit));
    }
  });
});
