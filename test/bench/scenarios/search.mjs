import { built, indexed, open } from '../databases.mjs';

const PAGE = 25;
const ROUNDS = 60;

/** Searching: the index built, how large it is, and the first page of what people look for. */
export async function search({ databases }) {
  const { SearchTermsRepository } = built('search/index/search-terms.repository');
  const { TableSearchIndex } = built('search/index/table-search-index');
  const { SearchPosts } = built('search/search-posts.queries');
  const { SearchService } = built('search/search.service');
  const { UsersRepository } = built('users/users.repository');
  const { Database } = built('database/database');
  const rows = [];
  for (const { name, url } of databases) {
    const view = await open(url);
    const database = new Database(view.dataSource, view.transaction);
    const terms = new SearchTermsRepository(database, view.sql);
    const posts = new SearchPosts(view.sql, database);
    const seconds = await indexed(view);
    const service = new SearchService(new TableSearchIndex(terms), posts, new UsersRepository(database, view.sql), {
      postsPerPage: PAGE,
    });
    for (const [kind, queries] of Object.entries(await questions(view.sql, await terms.state()))) {
      const times = [];
      for (let n = 0; n < ROUNDS; n++) {
        const started = performance.now();
        await service.search(queries[n % queries.length], { id: 1 }, { order: 'newest' });
        times.push(performance.now() - started);
      }
      times.sort((a, b) => a - b);
      rows.push({ search: `${name}: ${kind}`, 'p50 ms': at(times, 0.5), 'p95 ms': at(times, 0.95), example: queries[0] });
    }
    rows.push({
      search: `${name}: index`,
      example: `${await sizes(view)}${seconds === undefined ? '' : `, built in ${seconds} s`}`,
    });
    await view.close();
  }
  return rows;
}

const at = (sorted, part) => sorted[Math.floor(sorted.length * part)].toFixed(1);

/** What is looked for: words by how many posts have them, pairs of words and phrases that posts really have. */
async function questions(sql, { edition }) {
  const [{ posts }] = await sql.all('SELECT COUNT(*) AS posts FROM post');
  const near = async (share) => {
    const found = await sql.all(
      'SELECT term FROM search_term WHERE edition = ? AND posts_count > 0 ORDER BY ABS(posts_count - ?) LIMIT 20',
      [edition, Math.round(posts * share)],
    );
    return found.map(({ term }) => term);
  };
  const bodies = await sql.all('SELECT body FROM post WHERE id % 997 = 0 ORDER BY id LIMIT 20');
  const words = bodies.map(({ body }) => body.split(' ')).filter(({ length }) => length > 4);
  const [common] = await near(0.1);
  const [middling] = await near(0.005);
  return {
    'a rare word': await near(20 / posts),
    'a word in 0.5 % of the posts': [middling],
    'a word in 10 % of the posts': [common],
    'two words': words.map(([first, , third]) => `${first} ${third}`),
    'two common words': [(await near(0.1)).slice(0, 2).join(' ')],
    'a common and a rare word': (await near(0.001)).map((term) => `${common} ${term}`),
    'a phrase': words.map(([first, second, third]) => `"${first} ${second} ${third}"`),
    'words that nobody says together': ['zzzz qqqq'],
    'twenty beginnings': [words.flat().slice(0, 20).join(' ')],
    'twenty common words': [(await near(0.1)).join(' ')],
    'a common phrase that nobody says': [`"${common} ${common} ${common} ${common}"`],
  };
}

async function sizes({ sql }) {
  const bytes = async (tables) => {
    const names = tables.map((table) => `'${table}'`).join(', ');
    const [{ size }] = await sql.all(
      sql.dialect === 'mysql'
        ? `SELECT SUM(data_length + index_length) AS size FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name IN (${names})`
        : `SELECT SUM(pgsize) AS size FROM dbstat WHERE name IN (SELECT name FROM sqlite_master WHERE tbl_name IN (${names}))`,
    );
    return Math.round(Number(size) / 1e6);
  };
  const [index, posts] = [await bytes(['search_term', 'search_posting', 'search_state']), await bytes(['post'])];
  return `${index} MB beside ${posts} MB of posts`;
}
