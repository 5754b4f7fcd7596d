import { fold, termsOf, tokensOf } from './tokens';

const textsOf = (text: string): string[] => tokensOf(fold(text)).map((token) => token.text);
const found = (text: string): string[] => [...termsOf(fold(text))].sort();

describe('a folded text', () => {
  it.each([
    ['Café CAFÉ Cafe\u0301', 'cafe cafe cafe'],
    ['Straße', 'strasse'],
    ['ΆΛΦΑ Ёлка', 'αλφα елка'],
    ['ﾊﾝｶｸ Ａｂｃ', 'ハンカク abc'],
    ['が', 'が'],
    ['한국어', '한국어'],
    ['สวัสดี ที่', 'สวัสดี ที่'],
    ['مُحَمَّد أحمد', 'محمد احمد'],
    ['İstanbul', 'istanbul'],
    ['don’t “say”', 'don\'t "say"'],
    ['👍🏽 ❤️', '👍 ❤'],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded.normalize('NFC'));
  });
});

describe('the tokens of a text', () => {
  it.each([
    ['I go to the AI, who?', ['i', 'go', 'to', 'the', 'ai', 'who']],
    ['全文検索', ['全', '文', '検', '索']],
    ['Node.js入門', ['node', 'js', '入', '門']],
    ['#Tag @name', ['tag', 'name']],
    ['https://example.com/a-b?c=1', ['https', 'example', 'com', 'a', 'b', 'c', '1']],
    ['hi👋🏽👨‍👩‍👧🇪🇸', ['hi', '👋', '👨‍👩‍👧', '🇪🇸']],
    ['', []],
    ['!!! ---', []],
  ])('of %j are %j', (text, tokens) => {
    expect(textsOf(text)).toEqual(tokens);
  });

  it('are bounded', () => {
    expect(textsOf('x'.repeat(5_000))).toEqual(['x'.repeat(64)]);
  });
});

describe('the terms of a text', () => {
  it('are pairs of neighbours where there are no blanks, such that each character begins one', () => {
    expect(found('全文検索 go')).toEqual(['go', '全文', '文検', '検索', '索'].sort());
  });

  it('are tags and names with and without their sign', () => {
    expect(found('#Birds @susan #鳥です')).toEqual(
      ['#birds', '#鳥です', '@susan', 'birds', 'susan', '鳥で', 'です', 'す'].sort(),
    );
  });

  it('do not take an address of mail for a name', () => {
    expect(found('a@b')).toEqual(['a', 'b']);
  });
});
