import type { Matcher } from './matcher';
import { fold } from './tokens';

/** A piece of a text. */
export interface Piece {
  readonly text: string;
  /** It is what was looked for. */
  readonly mark?: boolean;
}

/** The pieces of a text, in order; together they are the text. */
export function markHits(text: string, matcher: Matcher): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: string, mark: boolean): void => {
    const last = pieces.at(-1);
    if (piece === '') return;
    if (last && Boolean(last.mark) === mark) pieces[pieces.length - 1] = { ...last, text: last.text + piece };
    else pieces.push(mark ? { text: piece, mark } : { text: piece });
  };
  const stretches = matcher.stretches;
  for (const [run] of text.matchAll(
    /(?:[\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\u200d|\uFE0F)+|[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+/gu,
  )) {
    if (matcher.isHit(fold(run))) add(run, true);
    else for (const [piece, isHit] of stretchesIn(run, stretches)) add(piece, isHit);
  }
  return pieces;
}

/** In scripts without blanks what is looked for stands inside of a run. */
function* stretchesIn(run: string, stretches: readonly string[]): Generator<[string, boolean]> {
  const characters = Array.from(run);
  const folded = characters.map((character) => fold(character));
  for (let n = 0; n < characters.length;) {
    const length = lengthOfHit(folded, n, stretches);
    yield [characters.slice(n, n + Math.max(length, 1)).join(''), length > 0];
    n += Math.max(length, 1);
  }
}

function lengthOfHit(folded: readonly string[], from: number, stretches: readonly string[]): number {
  for (const stretch of stretches) {
    let text = '';
    for (let n = from; n < folded.length && text.length < stretch.length; n++) {
      text += folded[n] ?? '';
      if (text === stretch) return n - from + 1;
    }
  }
  return 0;
}
