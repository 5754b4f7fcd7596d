import { codePoints, isBlank, isStorable, quotable, tidy } from './text';

describe('the length of a text', () => {
  it.each([
    ['', 0],
    ['hello', 5],
    ['ñandú', 5],
    ['🍣', 1],
    ['🍣'.repeat(140), 140],
    ['👩\u200D💻', 3],
    ['e\u0301', 2],
    ['\uD83C', 1],
  ])('of %j is %d code points', (text, length) => {
    expect(codePoints(text)).toBe(length);
  });
});

describe('a blank text', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \t\r\n'],
    ['wide and narrow blanks', '\u00A0\u2003\u202F\u3000'],
    ['zero-width characters', '\u200B\u200C\u200D\u2060\uFEFF'],
    ['marks of direction', '\u200E\u200F\u202A\u202E\u2066'],
    ['a soft hyphen', '\u00AD'],
    ['control characters', '\u0000\u0007'],
    ['letters drawn as nothing', '\u115F\u1160\u2800\u3164\uFFA0'],
    ['a grapheme joiner', '\u034F'],
    ['variation selectors', '\uFE0F\u{E0100}'],
    ['tags', '\u{E0061}\u{E007F}'],
  ])('is one of %s', (_, text) => {
    expect(isBlank(text)).toBe(true);
  });

  it.each(['a', '.', '🍣', '\u200Ba', '❤\uFE0F', 'ñ', '字', '\u0301'])('is not one like %j', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});

describe('a storable text', () => {
  it.each(['', 'hello', 'two\nlines', 'a\ttab', '🍣 e\u0301 字', '👩\u200D💻', '\u{10FFFF}'])('is one like %j', (text) => {
    expect(isStorable(text)).toBe(true);
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['a bell', '\u0007'],
    ['an escape', '\u001B[31m'],
    ['delete', '\u007F'],
    ['the first half of an emoji', '\uD83C'],
    ['its second half', 'a\uDF63b'],
    ['its halves in the wrong order', '\uDF63\uD83C'],
    ['a byte order turned round', '\uFFFE'],
    ['what is no character', '\uFFFF'],
  ])('has no %s', (_, text) => {
    expect(isStorable(text)).toBe(false);
  });
});

describe('a quotable text', () => {
  it('is as it was when it is short and can be seen', () => {
    expect(quotable('Ñandú 🐦', 7)).toBe('Ñandú 🐦');
  });

  it('is cut between code points, and says so', () => {
    expect(quotable('🐦🐦🐦', 2)).toBe('🐦🐦…');
  });

  it('shows where something invisible was', () => {
    expect(quotable('a\0b\u202Ec\uD800', 64)).toBe('a\uFFFDb\uFFFDc\uFFFD');
  });
});

describe('a tidy text', () => {
  it('counts a line end once, whatever sent it', () => {
    expect(tidy('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
  });

  it('has no blank edges, and keeps the blanks inside', () => {
    expect(tidy(' \r\n a  b \t')).toBe('a  b');
  });
});
