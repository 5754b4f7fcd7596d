import { codePoints } from '../../common/text';
import { NotADay, NotALanguage, OperatorAlone, PostsOnly, QueryTooLong, TooManyWords, UnknownValue } from '../search.errors';
import { fold, signedWord, type Token, tokensOf } from './tokens';

/** Code points. */
const QUERY_MAX = 500;
const MOST_CLAUSES = 20;

/** Something that a text must say. */
export interface Clause {
  /** One word in any of its forms; its tokens as they stand, one after the other; a tag or a name with its sign. */
  readonly kind: 'word' | 'phrase' | 'signed';
  readonly tokens: readonly Token[];
  /** Folded, when the signs between and behind the letters count as well: `c++`, `example.com`. */
  readonly literal?: string;
  /** Of `signed`: `#birds`. */
  readonly term?: string;
}

/** What somebody looks for. */
export interface SearchQuery {
  readonly clauses: readonly Clause[];
  readonly excluded: readonly Clause[];
  readonly from?: string;
  readonly to?: string;
  /** A BCP 47 range, in small letters: `pt` is also what is in `pt-BR`. */
  readonly language?: string;
  /** Not written at or after this moment. */
  readonly before?: Date;
  /** Not written before it. */
  readonly after?: Date;
  readonly hasLink?: boolean;
  readonly isReply?: boolean;
  readonly inFollowing?: boolean;
}

type Filters = { -readonly [Name in keyof Omit<SearchQuery, 'clauses' | 'excluded'>]: SearchQuery[Name] };

/** What narrows a search of posts, and what one of private messages. */
const OPERATORS = {
  posts: ['from', 'to', 'has', 'lang', 'before', 'after', 'is', 'in'],
  messages: ['from', 'to', 'before', 'after'],
};

const CHUNKS =
  /(?<not>-?)(?:"(?<quoted>[^"]*)"?|(?<operator>from|to|has|lang|before|after|is|in):(?<value>[^\s"]*)|(?<plain>[^\s"]+))/giu;

/**
 * Reads what was typed into a box for searching.
 *
 * @throws BadQuery with what is wrong and how it is meant; never for what was only not closed
 */
export function parseQuery(text: string, among: keyof typeof OPERATORS = 'posts'): SearchQuery {
  if (codePoints(text) > QUERY_MAX) throw new QueryTooLong(QUERY_MAX);
  const clauses: Clause[] = [];
  const excluded: Clause[] = [];
  const filters: Filters = {};
  for (const { groups = {} } of text.normalize('NFC').replaceAll(/[“”„]/g, '"').matchAll(CHUNKS)) {
    const { not, quoted, operator, value = '', plain = '' } = groups;
    if (operator !== undefined) readFilter(filters, taken(operator.toLowerCase(), among), value);
    else (not === '-' ? excluded : clauses).push(...clausesOf(quoted ?? plain, quoted !== undefined));
  }
  if (clauses.length + excluded.length > MOST_CLAUSES) throw new TooManyWords(MOST_CLAUSES);
  return { clauses, excluded, ...filters };
}

/** Whether anything is looked for at all. */
export const isEmptyQuery = ({ clauses, excluded, ...filters }: SearchQuery): boolean =>
  clauses.length + excluded.length === 0 && Object.keys(filters).length === 0;

function clausesOf(typed: string, isQuoted: boolean): Clause[] {
  const folded = fold(typed);
  const tokens = tokensOf(folded);
  const [first] = tokens;
  if (!first) return [];
  if (first.sign !== '' && tokens.slice(1).every(({ isJoined }) => isJoined)) {
    return [{ kind: 'signed', tokens, term: first.sign + signedWord(tokens, 0) }];
  }
  if (isQuoted) return [{ kind: 'phrase', tokens }];
  // The marks at the edges are those of the sentence around it.
  const bare = folded.replaceAll(/^\p{P}+|\p{P}+$/gu, '');
  const literal = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\u200d]/u.test(bare) ? bare : undefined;
  const isWord = tokens.length === 1 && !first.isPiece;
  return [{ kind: isWord && literal === undefined ? 'word' : 'phrase', tokens, literal }];
}

function taken(operator: string, among: keyof typeof OPERATORS): string {
  if (!OPERATORS[among].includes(operator)) throw new PostsOnly(operator);
  return operator;
}

function readFilter(filters: Filters, operator: string, value: string): void {
  switch (operator) {
    case 'from':
    case 'to':
      filters[operator] = wanted(operator, value.replace(/^@/, ''));
      break;
    case 'lang':
      filters.language = range(operator, wanted(operator, value).toLowerCase());
      break;
    case 'before':
    case 'after':
      filters[operator] = day(operator, value);
      break;
    case 'has':
      filters.hasLink = oneOf(operator, value, 'link');
      break;
    case 'is':
      filters.isReply = oneOf(operator, value, 'reply');
      break;
    case 'in':
      filters.inFollowing = oneOf(operator, value, 'following');
  }
}

function wanted(operator: string, value: string): string {
  if (value === '') throw new OperatorAlone(operator);
  return value;
}

function oneOf(operator: string, value: string, known: string): true {
  if (value.toLowerCase() !== known) throw new UnknownValue(operator, known);
  return true;
}

/** What a post may have for its language, in small letters. */
function range(operator: string, value: string): string {
  if (!/^[a-z]{2,3}(-[a-z]{2})?$/.test(value)) throw new NotALanguage(operator);
  return value;
}

/** Midnight in UTC. */
function day(operator: string, value: string): Date {
  const date = new Date(`${value}T00:00:00Z`);
  // Of the 30th of February `Date` makes the 2nd of March.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) throw new NotADay(operator);
  return date;
}
