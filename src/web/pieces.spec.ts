import { Pieces } from './pieces';

describe('the pieces of a page', () => {
  let pieces: Pieces;

  beforeEach(() => (pieces = new Pieces()));

  const placed = (text: string): string => pieces.place(Buffer.from(text));
  const page = (text: string): string => pieces.into(text).toString();

  it('stand where their marks stand, in any order', () => {
    const [post, other] = [placed('<p>🍣 é</p>'), placed('<p>日本</p>')];

    expect(page(`<main>ä${other}-${post}</main>ü`)).toBe('<main>ä<p>日本</p>-<p>🍣 é</p></main>ü');
  });

  it('may stand twice, or nowhere', () => {
    const [title] = [placed('Home'), placed('never')];

    expect(page(`${title}|${title}`)).toBe('Home|Home');
  });

  it('may be empty, at the edges and side by side', () => {
    expect(page(placed('') + placed('a') + placed('b'))).toBe('ab');
  });

  it('leave a text without any as it is', () => {
    expect(page('')).toBe('');
    expect(page('日本 🍣')).toBe('日本 🍣');
  });

  it('are not taken for what somebody wrote', () => {
    placed('secret');

    expect(page('\0 0;\u00000;')).toBe('\0 0;\u00000;');
  });
});
