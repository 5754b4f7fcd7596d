import { Forms } from './stems';
import type { Clause, SearchQuery } from './search-query';
import { fold, signedWord, type Token, tokensOf, UNSPACED } from './tokens';

/** How often a text says each clause, and how long it is: what its rank is made of. */
export interface Match {
  readonly counts: readonly number[];
  /** In tokens. */
  readonly length: number;
}

/** Says of texts whether they are what somebody looks for. The index only proposes: this decides. */
export class Matcher {
  private readonly words = new Map<string, WantedWord>();
  /** With what the first word of each clause begins, where a word begins. */
  private readonly beginnings: readonly RegExp[];

  constructor(private readonly query: Pick<SearchQuery, 'clauses' | 'excluded'>) {
    this.beginnings = query.clauses.map(({ tokens: [first] }) => beginningOf(first));
  }

  /** Null for a text that does not say all of it, or says what is excluded. */
  match(text: string): Match | null {
    const folded = fold(text);
    const { clauses, excluded } = this.query;
    // Most texts lack a word altogether: that is seen without cutting them up.
    if (!this.beginnings.every((beginning) => beginning.test(folded))) return null;
    const tokens = tokensOf(folded);
    const counts: number[] = [];
    for (const clause of clauses) {
      const count = this.count(clause, folded, tokens);
      if (count === 0) return null;
      counts.push(count);
    }
    if (excluded.some((clause) => this.count(clause, folded, tokens) > 0)) return null;
    return { counts, length: tokens.length };
  }

  /** Whether a word of a text, folded, is one of those that are looked for. */
  isHit(word: string): boolean {
    return this.query.clauses.some(({ kind, tokens }) => {
      if (kind === 'word') return this.isForm(word, tokens[0]?.text ?? '');
      return tokens.some(({ text, isPiece }) => !isPiece && text === word);
    });
  }

  /** Stretches of scripts without blanks that are looked for, folded. */
  get stretches(): string[] {
    return this.query.clauses.flatMap(({ tokens }) => (tokens.some(({ isPiece }) => isPiece) ? [stretchOf(tokens)] : []));
  }

  private count({ kind, tokens: wanted, literal, term }: Clause, folded: string, tokens: readonly Token[]): number {
    if (literal !== undefined && !folded.includes(literal)) return 0;
    if (kind === 'signed') return tokens.filter(({ sign }, n) => sign !== '' && sign + signedWord(tokens, n) === term).length;
    if (kind === 'word') return tokens.filter(({ text }) => this.isForm(text, wanted[0]?.text ?? '')).length;
    return tokens.filter((_, n) => wanted.every(({ text }, offset) => tokens[n + offset]?.text === text)).length;
  }

  private isForm(word: string, wanted: string): boolean {
    if (word === wanted) return true;
    let known = this.words.get(wanted);
    if (!known) this.words.set(wanted, (known = new WantedWord(wanted)));
    return known.isIn(word);
  }
}

/** A word that is looked for, and what was found out about others. */
class WantedWord {
  private readonly forms: Forms;
  private readonly beginning: string;
  private readonly known = new Map<string, boolean>();

  constructor(word: string) {
    this.forms = new Forms(word);
    this.beginning = this.forms.beginning;
  }

  isIn(word: string): boolean {
    if (!word.startsWith(this.beginning)) return false;
    let answer = this.known.get(word);
    if (answer === undefined) this.known.set(word, (answer = this.forms.include(word)));
    return answer;
  }
}

/** A letter stands before it where a word goes on, and in scripts without blanks anywhere. */
function beginningOf(first: Token | undefined): RegExp {
  const text = new Forms(first?.text ?? '').beginning.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return new RegExp(first?.isPiece ? text : `(?<![\\p{L}\\p{N}\\p{M}])${text}|(?<=${UNSPACED.source})${text}`, 'u');
}

const stretchOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');
