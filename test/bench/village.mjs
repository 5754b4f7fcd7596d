import { hash } from '@node-rs/argon2';
import { CAST, PASSWORD } from './sizes.mjs';

const START = Date.UTC(2024, 0, 1);
const SPAN_MS = 2 * 365 * 86_400_000;
/** Every fifth author has written nothing since a tenth of the time had passed. */
const isSilent = (rank) => rank % 5 === 4;
const ROWS_PER_INSERT = 500;

/**
 * Fills empty tables, always with the same rows for the same size. Rank 0 writes most and is followed most; the rest falls off as
 * 1 / rank^0.8 (Zipf), as it does where people write.
 *
 * @param {import('typeorm').DataSource} dataSource
 * @param {{ users: number, posts: number, follows: number }} size `follows` is what the average person follows
 */
export async function fill(dataSource, size) {
  const passwordHash = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const count = tally(size);
  await dataSource.transaction(async (manager) => {
    const counters = ['posts_count', 'followers_count', 'following_count'];
    const account = ['id', 'username', 'username_key', 'email', 'email_key', 'password_hash', 'created_at'];
    await insertAll(manager, 'user', [...account, ...counters], function* () {
      for (let id = 1; id < cast.length + size.users; id++) {
        const name = cast[id - 1] ?? `user${id}`;
        const mail = `${name}@example.com`;
        yield [id, name, name, mail, mail, passwordHash, at(0), count.posts[id], count.followers[id], count.following[id]];
      }
    });
    await insertAll(manager, 'post', ['id', 'author_id', 'body', 'language', 'created_at'], function* () {
      const sentence = speaker(3);
      let id = 0;
      for (const author of authors(size)) yield [++id, author, sentence(), 'en', at(id / size.posts)];
    });
    await insertAll(manager, 'follow', ['follower_id', 'followed_id', 'created_at'], function* () {
      for (const [follower, followed] of follows(size)) yield [follower, followed, at(1)];
    });
  });
  await dataSource.query(dataSource.options.type === 'mysql' ? 'ANALYZE TABLE `user`, post, follow' : 'ANALYZE');
}

const cast = Object.values(CAST);
const idFor = (name) => 1 + cast.indexOf(name);
// The cast has the first ids. Star is rank 0; the others of the cast have no rank, write nothing and are followed by nobody.
const idOf = (rank) => (rank === 0 ? idFor(CAST.star) : cast.length + rank);

function tally(size) {
  const zeros = () => new Uint32Array(cast.length + size.users);
  const count = { posts: zeros(), followers: zeros(), following: zeros() };
  for (const author of authors(size)) count.posts[author]++;
  for (const [follower, followed] of follows(size)) {
    count.following[follower]++;
    count.followers[followed]++;
  }
  return count;
}

/** The author of each post, from the first to the last. */
function* authors({ users, posts }) {
  const ranked = zipf(users, chance(1).next);
  for (let post = 0; post < posts; post++) {
    let rank = ranked();
    while (post > posts / 10 && isSilent(rank)) rank = ranked();
    yield idOf(rank);
  }
}

/** Who follows whom. */
function* follows({ users, follows: average }) {
  const { next } = chance(2);
  const ranked = zipf(users, next);
  for (const [name, ranks] of choicesOfTheCast(users)) {
    for (const rank of ranks) if (idOf(rank) !== idFor(name)) yield [idFor(name), idOf(rank)];
  }
  for (let rank = 0; rank < users; rank++) {
    const wanted = 1 + Math.floor(Math.min(-Math.log(1 - next()) * average, users / 4));
    const chosen = new Set();
    // The popular ones come up again and again: that many draws give nearly that many people.
    for (let draw = 0; draw < 2 * wanted && chosen.size < wanted; draw++) chosen.add(ranked());
    chosen.delete(rank);
    for (const other of chosen) yield [idOf(rank), idOf(other)];
  }
}

function choicesOfTheCast(users) {
  const everybody = Array.from({ length: users }, (_, rank) => rank);
  const spread = (count, ranks) => Array.from({ length: count }, (_, i) => ranks[Math.floor(((i + 0.5) * ranks.length) / count)]);
  const aHundred = Math.min(100, users / 10);
  return [
    [CAST.probe, spread(aHundred, everybody)],
    [CAST.greedy, spread(Math.min(5_000, users / 2), everybody)],
    [CAST.quiet, spread(aHundred, everybody.filter(isSilent))],
    [CAST.fan, [0]],
  ];
}

async function insertAll(manager, table, columns, rowsOf) {
  const head = `INSERT INTO \`${table}\` (${columns.join(', ')}) VALUES `;
  const places = `(${columns.map(() => '?').join(', ')})`;
  let rows = [];
  const flush = async () => {
    if (rows.length > 0) await manager.query(head + Array(rows.length).fill(places).join(', '), rows.flat());
    rows = [];
  };
  for (const row of rowsOf()) {
    rows.push(row);
    if (rows.length === ROWS_PER_INSERT) await flush();
  }
  await flush();
}

/** A moment as both databases take it as text. */
const at = (part) => new Date(START + part * SPAN_MS).toISOString().replace('T', ' ').replace('Z', '');

const SYLLABLES = 'ba co di fe go hu la mi no pe ra su ti vo ze'.split(' ');
const VOCABULARY = 50_000;

/** Rank 0 is the word that everybody says. All are different, and longer the rarer they are. */
function wordOf(rank) {
  let word = '';
  for (let left = rank + 1; left > 0; left = Math.floor(left / SYLLABLES.length)) word += SYLLABLES[left % SYLLABLES.length];
  return word;
}

/** Sentences as people write them, as far as their words are concerned: few are in most, most are in few (Zipf). */
function speaker(seed) {
  const { next, below } = chance(seed);
  const ranked = zipf(VOCABULARY, next);
  return () => {
    let text = wordOf(ranked());
    for (const length = 20 + below(110); text.length < length;) text += ` ${wordOf(ranked())}`;
    return text;
  };
}

/** A source of ranks from 0 on, low ones most often. */
function zipf(count, next) {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += 1 / (rank + 1) ** 0.8;
  return () => {
    const drawn = next() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < drawn) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Chance that is the same for the same seed (mulberry32). */
function chance(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, below: (limit) => Math.floor(next() * limit) };
}
