import { Matcher } from './matcher';
import { NotADay } from '../search.errors';
import { isEmptyQuery, parseQuery } from './search-query';

/** Whether a text is what is looked for. */
const finds = (query: string, text: string): boolean => new Matcher(parseQuery(query)).match(text) !== null;

describe('what is looked for', () => {
  it.each([
    ['cafe', 'Two CAFÉS, please'],
    ['Café', 'a cafe'],
    ['go', 'We GO now'],
    ['a', 'a'],
    ['the who', 'Who is the…'],
    ['cities', 'one city'],
    ['gatos', 'un gato'],
    ['running', 'I run'],
    ['全文検索', '日本語の全文検索エンジン'],
    ['検', '全文検索'],
    ['索', '全文検索'],
    ['한국', '한국어를 배워요'],
    ['สวัสดี', 'พูดว่าสวัสดีครับ'],
    ['محمد', 'قال مُحَمَّد'],
    ['🍣', 'We eat 🍣 today'],
    ['👍', '👍🏽'],
    ['#birds', 'look: #Birds'],
    ['birds', '#birds'],
    ['@susan', 'hello @Susan'],
    ['example.com', 'see https://example.com/a'],
    ['https://example.com/a', 'see https://example.com/a.'],
    ['C++', 'I like C++.'],
    ["don't", 'I don’t know'],
    ['foo_bar()', 'call foo_bar() now'],
    ['"to be or not"', 'To be, or not to be'],
    ['"not closed', 'it is not closed'],
    ['cat -dog', 'a cat'],
    ['-"a dog"', 'the dog'],
    ['10:30', 'at 10:30'],
  ])('%s is in %s', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['cafe', 'a cafeteria'],
    ['go', 'gone'],
    ['ai', 'air'],
    ['全検', '全文検索'],
    ['🍣', '🍺'],
    ['#birds', 'birds #birdsong'],
    ['@susan', 'susan@example.com @susanna'],
    ['example.com', 'an example com'],
    ['C++', 'I like C.'],
    ['"to be or not"', 'not to be or'],
    ['"cats"', 'a cat'],
    ['cat -dog', 'a cat and a dog'],
    ['cat dog', 'a cat'],
  ])('%s is not in %s', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it.each(['2026-02-30', '2026-04-31', '2026-13-45', '2026-1-2', '26-01-02', 'today'])('knows no day %s', (day) => {
    expect(() => parseQuery(`x before:${day}`)).toThrow(NotADay);
  });

  it('is narrowed by operators', () => {
    expect(
      parseQuery('from:@Susan TO:john lang:ES before:2026-01-02 after:2025-12-31 has:link is:reply in:following x'),
    ).toMatchObject({
      clauses: [{ kind: 'word' }],
      from: 'Susan',
      to: 'john',
      language: 'es',
      before: new Date('2026-01-02T00:00:00Z'),
      after: new Date('2025-12-31T00:00:00Z'),
      hasLink: true,
      isReply: true,
      inFollowing: true,
    });
  });

  it.each([
    ['lang:PT', 'pt'],
    ['lang:pt-br', 'pt-br'],
    ['lang:fil', 'fil'],
  ])('%s is the language %s', (query, language) => {
    expect(parseQuery(query).language).toBe(language);
  });

  it.each(['', '   ', '"', '""', '-', '!!!', '()', '* %'])('is nothing in %j', (query) => {
    expect(isEmptyQuery(parseQuery(query))).toBe(true);
  });

  it.each([
    ['x'.repeat(501), 'tooLong'],
    ['a '.repeat(21), 'tooMany'],
    ['from:', 'operator'],
    ['lang:', 'operator'],
    ['lang:english', 'language'],
    ['lang:p%', 'language'],
    ['lang:pt_BR', 'language'],
    ['has:cake', 'value'],
    ['is:', 'value'],
    ['before:yesterday', 'day'],
    ['after:2026-13-01', 'day'],
  ])('cannot be %j', (query, fault) => {
    expect(() => parseQuery(query)).toThrow(`search.${fault}`);
  });
});
