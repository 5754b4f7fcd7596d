import { SuggestionsQueries } from '../../../src/timeline/suggestions.queries';
import { User } from '../../../src/users/user.entity';
import { type World, Worlds } from '../database/world';
import { Village } from './village';

const worlds = new Worlds();
let world: World;
let suggestions: SuggestionsQueries;
let village: Village;

beforeAll(async () => {
  world = await worlds.create();
  suggestions = new SuggestionsQueries(world.sql);
});
beforeEach(async () => {
  await world.dataSource.getRepository(User).deleteAll();
  village = new Village(world);
});
afterAll(() => worlds.close());

const followedBy = (id: number, followersCount: number): Promise<unknown> =>
  world.database.manager.update(User, { id }, { followersCount });

const namesFor = async (viewerId: number, limit = 10): Promise<string[]> =>
  (await suggestions.forViewer(viewerId, limit)).map(({ username }) => username);

describe('people worth following', () => {
  it('are those with most followers first, and at most as many as asked for', async () => {
    const [susan = 0, john = 0, mary = 0, david = 0] = await village.people('susan', 'john', 'mary', 'david');
    await village.post(john, mary, david, john);
    await followedBy(mary, 7);
    await followedBy(david, 3);

    expect(await namesFor(susan)).toEqual(['mary', 'david', 'john']);
    expect(await suggestions.forViewer(susan, 1)).toMatchObject([{ id: mary, email: 'mary@example.com' }]);
  });

  it('are neither oneself nor those whom one follows already', async () => {
    const [susan = 0, john = 0, mary = 0] = await village.people('susan', 'john', 'mary');
    await village.post(susan, john, mary);
    await village.follow(susan, john);

    expect(await namesFor(susan)).toEqual(['mary']);
  });

  it('wrote lately', async () => {
    const [susan = 0, john = 0, mary = 0] = await village.people('susan', 'john', 'mary', 'david');
    await village.post(john, ...Array<number>(499).fill(mary));
    expect(await namesFor(susan)).toEqual(['john', 'mary']);

    await village.post(mary);

    expect(await namesFor(susan)).toEqual(['mary']);
  });
});
