import { ABOUT_ME_MAX, USERNAME } from '../../users/dto/account-fields.dto';
import { Imagination, type ImaginedPerson } from './imagination';

async function people(count: number, seed = 7, taken = new Set<string>()): Promise<ImaginedPerson[]> {
  const imagination = await Imagination.from(seed);
  return Array.from({ length: count }, () => imagination.person(taken));
}

describe('Imagination', () => {
  it('makes up the same for the same seed, and something else for another', async () => {
    expect(await people(5)).toEqual(await people(5));
    expect(await people(5, 8)).not.toEqual(await people(5));
  });

  it('gives everybody a name and an address of their own that the site would take', async () => {
    const crowd = await people(3_000);

    expect(new Set(crowd.map(({ username }) => username)).size).toBe(3_000);
    expect(new Set(crowd.map(({ email }) => email)).size).toBe(3_000);
    expect(crowd.filter(({ username, aboutMe }) => !USERNAME.test(username) || [...aboutMe].length > ABOUT_ME_MAX)).toEqual([]);
  });

  it('leaves names and addresses to those who have them', async () => {
    const [first] = await people(1);
    const { username = '', email = '' } = first ?? {};

    const [other] = await people(1, 7, new Set([username]));
    const [another] = await people(1, 7, new Set([email]));

    expect([other?.username, another?.username]).toEqual([`${username}2`, `${username}2`]);
  });

  it('keeps to the length of a post, in code points', async () => {
    const imagination = await Imagination.from(7);
    const person = imagination.person(new Set());

    for (const length of [1, 10, 40, 140]) {
      const bodies = Array.from({ length: 200 }, () => imagination.post(person, length).body);
      expect(bodies.filter((body) => body === '' || [...body].length > length)).toEqual([]);
    }
  });
});
