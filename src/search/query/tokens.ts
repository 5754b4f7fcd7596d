/** How text is cut for searching: the same for what is said and for what is looked for. */

/** Code points; longer words are cut. */
const TERM_MAX = 64;

// What these scripts write has no blanks between words, or (Hangul) grows endings: there any stretch of characters can be looked for.
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

// Of these scripts the marks above and below the letters do not count; in Thai or Hindi they are letters themselves.
const ACCENTS = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{Mn}+/gu;

const PIECES =
  /(?<emoji>\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic})*|\p{Regional_Indicator}{2})|(?<sign>(?:(?<![\p{L}\p{N}_])[#@])?)(?<word>[\p{L}\p{N}\p{M}]+)/gu;

/** Skin tones and the wish to be drawn in colour or not. */
const EMOJI_VARIANTS = /[\u{1F3FB}-\u{1F3FF}]|\uFE0E|\uFE0F/gu;

// Most of what is read: it has nothing to fold but its capitals.
// eslint-disable-next-line no-control-regex -- all of ASCII is meant
const PLAIN = /^[\u0000-\u007F]*$/;

/** One spelling for all that readers take for the same: case, accents, wide and narrow forms, curly and straight quotes. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKD').toLowerCase().replaceAll(ACCENTS, '$1').replaceAll('ß', 'ss').normalize('NFC');
  return plain.replaceAll(/[‘’ʼ]/g, "'").replaceAll(/[“”„]/g, '"').replaceAll(EMOJI_VARIANTS, '');
}

/** A word, an emoji, or one character of a script without blanks. */
export interface Token {
  readonly text: string;
  /** One of several characters that were written without a break, in a script where that is no word. */
  readonly isPiece: boolean;
  /** Follows the one before without a break. */
  readonly isJoined: boolean;
  /** `#` or `@`, where it stands right before. */
  readonly sign: string;
}

/** The tokens of a folded text, in their order. */
export function tokensOf(folded: string): Token[] {
  const tokens: Token[] = [];
  for (const { groups = {} } of folded.matchAll(PIECES)) {
    const { emoji, sign = '', word = '' } = groups;
    if (emoji !== undefined) tokens.push({ text: emoji, isPiece: false, isJoined: false, sign: '' });
    else for (const token of wordsOf(word, sign)) tokens.push(token);
  }
  return tokens;
}

function* wordsOf(run: string, sign: string): Generator<Token> {
  if (!UNSPACED.test(run)) {
    yield { text: cut(run), isPiece: false, isJoined: false, sign };
    return;
  }
  let isFirst = true;
  // Stretches of the one kind and of the other: `Node.jsで` is a word and a character.
  for (const [stretch] of run.matchAll(STRETCHES)) {
    const isPiece = UNSPACED.test(stretch);
    for (const text of isPiece ? stretch : [cut(stretch)]) {
      yield { text, isPiece, isJoined: !isFirst, sign: isFirst ? sign : '' };
      isFirst = false;
    }
  }
}

const SCRIPTS = UNSPACED.source.slice(1, -1);
const STRETCHES = new RegExp(`[${SCRIPTS}]+|[^${SCRIPTS}]+`, 'gu');

const cut = (word: string): string => (word.length <= TERM_MAX ? word : Array.from(word).slice(0, TERM_MAX).join(''));

/**
 * What a text can be found by: its words, its emoji, pairs of neighbours in scripts without blanks (and what ends a stretch, so that each
 * character begins one term), `#tags` and `@names` with their sign too.
 */
export function termsOf(folded: string): Set<string> {
  const terms = new Set<string>();
  const tokens = tokensOf(folded);
  tokens.forEach((token, n) => {
    terms.add(termAt(tokens, n));
    if (token.sign !== '') terms.add(token.sign + signedWord(tokens, n));
  });
  return terms;
}

/** The term that begins with a token. */
export function termAt(tokens: readonly Token[], n: number): string {
  const [token, next] = [tokens[n], tokens[n + 1]];
  if (!token) return '';
  return token.isPiece && next?.isPiece && next.isJoined ? token.text + next.text : token.text;
}

/** All of a word that stands behind a sign, also where it is several tokens. */
export function signedWord(tokens: readonly Token[], n: number): string {
  let word = tokens[n]?.text ?? '';
  for (let next = n + 1; tokens[next]?.isJoined; next++) word += tokens[next]?.text;
  return cut(word);
}
