import { DataSource } from 'typeorm';
import { Reindexer } from '../../../src/search/index/reindexer.service';
import { SearchIndex } from '../../../src/search/search-index.port';
import { SearchPosts } from '../../../src/search/search-posts.queries';
import { SearchService } from '../../../src/search/search.service';
import { factories } from '../../factories/factories';
import { startTestApp, type TestApp } from '../../support/test-app';
import { random } from '../timeline/random';

/** Words of ten languages: rare and frequent, short and long, with accents, in scripts without blanks. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'I a go AI who the of and to be river birds morning café naïve heron lighthouse C mail-box',
  es: 'y a el la de que mañana pájaro río corazón niño además luz ayer canción',
  de: 'und der die das straße über müde vögel größe fluss abend süß ö wasser heimweh',
  fr: 'et à le la où été oiseau forêt garçon demain lumière cœur déjà ciel rivière',
  pt: 'e o a não coração manhã pássaro rio ação água luz você irmã avó pão',
  ja: '私 は 今日 全文検索 東京 に 行く 食べる 鳥 の 声 カタカナ ひらがな 光 川',
  zh: '我 的 今天 全文 检索 北京 去 吃饭 鸟 声音 河流 光 中文 学习 书',
  ko: '나는 오늘 서울 에서 새 소리 강 빛 한국어 공부 책 밤 아침 사랑 집',
  th: 'ฉัน วันนี้ กรุงเทพ ไป กิน นก เสียง แม่น้ำ แสง ภาษาไทย เรียน หนังสือ บ้าน รัก เช้า',
  ar: 'أنا اليوم القاهرة في طائر صوت نهر ضوء العربية كتاب بيت حب صباح مُحَمَّد قلب',
};
const UNSPACED = new Set(['ja', 'zh', 'ko', 'th']);
const EMOJI = ['🍣', '🍺', '👍🏽', '❤️', '🇪🇸'];
const POSTS_EACH = 80;
const QUERIES_EACH = 10;

let app: TestApp;
const corpus: { id: number; language: string; words: string[]; body: string }[] = [];
const { below, pick } = random(7);

beforeAll(async () => {
  app = await startTestApp();
  const { susan } = await factories(app).people('susan');
  let id = 0;
  for (const [language, text] of Object.entries(WORDS)) {
    const known = text.split(' ');
    for (let n = 0; n < POSTS_EACH; n++) {
      const words = Array.from({ length: 3 + below(6) }, () => pick(known));
      const said = words.join(UNSPACED.has(language) ? '' : pick([' ', ', ', ' – ']));
      const body = `${said}${n % 4 === 0 ? ` ${pick(EMOJI)}` : ''}${n % 5 === 0 ? ` #tag${n % 3} @susan` : ''}${n % 7 === 0 ? ' https://example.com/a-b' : ''}`;
      corpus.push({ id: ++id, language, words, body });
    }
  }
  const rows = corpus.map(({ id: postId, body }) => ({ id: postId, authorId: susan.id, body, createdAt: new Date() }));
  await app.get(DataSource).getRepository('Post').insert(rows);
});
afterAll(() => app.stop());

/** What a person would take for the same, said in other words than those of the program. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F\u064B-\u0655]/g, '')
    .toLowerCase();
const wordsIn = (text: string): string[] => plain(text).split(/[^\p{L}\p{N}\p{M}]+/u);

/** Reads every post, as one would without an index. */
const truth = (says: (body: string) => boolean): number[] => corpus.filter(({ body }) => says(body)).map(({ id }) => id);

const found = async (q: string): Promise<Set<number>> => {
  const results = await app.get(SearchService).search(q, { id: 0 }, { order: 'newest', limit: 1_000 });
  return new Set(results?.posts.map(({ id }) => id));
};

/** [what is typed, who should be found] */
function questions(): [string, number[]][] {
  const asked: [string, number[]][] = [];
  for (const [language, text] of Object.entries(WORDS)) {
    const known = text.split(' ');
    for (let n = 0; n < QUERIES_EACH; n++) {
      const word = known[n]!;
      if (UNSPACED.has(language)) asked.push([word, truth((body) => body.includes(word))]);
      else
        asked.push([
          word.toUpperCase(),
          truth((body) => wordsIn(body).includes(plain(word).split('-')[0]!) && plain(body).includes(plain(word))),
        ]);
    }
    const two = corpus.find((post) => post.language === language && post.words.length > 3)!;
    const phrase = two.words.slice(0, 2).join(UNSPACED.has(language) ? '' : ' ');
    asked.push([`"${phrase}"`, [two.id]]);
  }
  asked.push(['🍣', truth((body) => body.includes('🍣'))], ['👍', truth((body) => body.includes('👍'))]);
  asked.push(['#tag1', truth((body) => body.includes('#tag1'))], ['@SUSAN', truth((body) => body.includes('@susan'))]);
  asked.push(
    ['example.com', truth((body) => body.includes('example.com'))],
    ['https://example.com/a-b', truth((body) => body.includes('a-b'))],
  );
  return asked;
}

describe.each(['read one after the other', 'built', 'fed'])('what the index is that was %s', (how) => {
  beforeAll(async () => {
    if (how === 'built') await app.get(Reindexer).run(new AbortController().signal);
    if (how === 'fed') await app.get<SearchIndex>(SearchIndex as never).add(corpus);
  });

  it('finds all that a plain scan finds, in ten languages', async () => {
    const asked = questions();
    expect(asked.length).toBeGreaterThanOrEqual(100);
    const missed: Record<string, number[]> = {};
    for (const [q, wanted] of asked) {
      expect({ q, wanted: wanted.length }).not.toEqual({ q, wanted: 0 });
      const got = await found(q);
      const absent = wanted.filter((id) => !got.has(id));
      if (absent.length > 0) missed[q] = absent;
    }
    expect(missed).toEqual({});
  });

  it('finds nothing that does not say a rare word', async () => {
    expect([...(await found('lighthouse'))].sort((a, b) => a - b)).toEqual(truth((body) => wordsIn(body).includes('lighthouse')));
    expect([...(await found('検索 -東京'))].sort((a, b) => a - b)).toEqual(
      truth((body) => body.includes('検索') && !body.includes('東京')),
    );
  });
});

describe('a word that very many say', () => {
  it('is found by reading, alone and with others, for the index does not list it', async () => {
    const { john } = await factories(app).people('john');
    const first = corpus.length + 1;
    const posts = Array.from({ length: 2_500 }, (_, n) => ({
      id: first + n,
      authorId: john.id,
      body: `ubiquitous number${n % 50}${n % 100 === 7 ? ' mirage' : ''}`,
      createdAt: new Date(),
    }));
    for (let n = 0; n < posts.length; n += 500)
      await app
        .get(DataSource)
        .getRepository('Post')
        .insert(posts.slice(n, n + 500));
    await app.get(Reindexer).run(new AbortController().signal);
    const [row] = await app
      .get(DataSource)
      .query<{ n: number; common: number }[]>(
        `SELECT (SELECT COUNT(*) FROM search_posting WHERE term_id = t.id) AS n, is_common AS common FROM search_term t WHERE term = 'ubiquitous'`,
      );

    expect([Number(row!.n), Number(row!.common)]).toEqual([0, 1]);
    expect((await found('ubiquitous')).size).toBe(1_000);
    expect((await found('ubiquitous mirage')).size).toBe(25);
    expect((await found('"ubiquitous number7"')).size).toBe(50);
    expect((await found('mirage -ubiquitous')).size).toBe(0);
  });
});

describe('building the index anew', () => {
  it('goes on where it was broken off, is used when it is whole, and forgets the old one', async () => {
    const reindexer = app.get(Reindexer);
    const stop = new AbortController();
    await expect(reindexer.run(stop.signal, () => stop.abort(new Error('enough')))).rejects.toThrow('enough');
    expect(await reindexer.isUnfinished()).toBe(true);
    expect(await found('lighthouse')).not.toEqual(new Set());
    let read = 0;

    await reindexer.run(new AbortController().signal, (progress) => (read += progress.read));

    // All but the one batch of before.
    const [{ n: posts }] = await app.get(DataSource).query<[{ n: number }]>('SELECT COUNT(*) AS n FROM post');
    expect(read).toBe(Number(posts) - 2_000);
    expect(await reindexer.isUnfinished()).toBe(false);
    expect([...(await found('lighthouse'))].sort((a, b) => a - b)).toEqual(truth((body) => wordsIn(body).includes('lighthouse')));
    const editions = await app.get(DataSource).query<object[]>('SELECT DISTINCT edition FROM search_term');
    expect(editions).toHaveLength(1);
  });

  it('is the work of one at a time', async () => {
    const reindexer = app.get(Reindexer);
    const posts = app.get(SearchPosts);
    const { after } = SearchPosts.prototype;
    const read = jest.spyOn(posts, 'after').mockImplementationOnce(async (...args) => {
      const found = await after.apply(posts, args);
      await reindexer.run(new AbortController().signal);
      return found;
    });

    await expect(reindexer.run(new AbortController().signal)).rejects.toThrow('Somebody else is building the index');

    read.mockRestore();
    expect([...(await found('lighthouse'))].sort((a, b) => a - b)).toEqual(truth((body) => wordsIn(body).includes('lighthouse')));
  });
});
