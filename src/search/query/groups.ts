import type { TermGroup } from '../search-index.port';
import type { Clause } from './search-query';
import { Forms } from './stems';
import { type Token, termAt } from './tokens';

/** A shorter beginning is shared by too many words. */
const LEAST_BEGINNING = 3;

/** The terms that a post must have to be able to say a clause. */
export function groupsOf({ kind, tokens, term = '' }: Clause): TermGroup[] {
  const [first] = tokens;
  if (kind === 'signed') return [{ terms: [term] }];
  if (kind === 'word' && first) return [formsOf(first.text)];
  return tokens.map((_, n) => groupAt(tokens, n));
}

function groupAt(tokens: readonly Token[], n: number): TermGroup {
  const term = termAt(tokens, n);
  // What ends the stretch here may go on in the post: each character begins a pair there, or is the end.
  return tokens[n]?.isPiece && term === tokens[n].text ? { terms: [], beginning: term } : { terms: [term] };
}

/** A word in all of its forms. */
function formsOf(word: string): TermGroup {
  const forms = new Forms(word);
  const { beginning } = forms;
  if (beginning.length < LEAST_BEGINNING) return { terms: [word] };
  return { terms: [word], beginning, passes: (term) => forms.include(term) };
}
