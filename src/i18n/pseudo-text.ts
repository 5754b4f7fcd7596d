const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'aå',
    'bƀ',
    'cç',
    'dð',
    'eé',
    'fƒ',
    'gĝ',
    'hĥ',
    'iî',
    'jĵ',
    'kķ',
    'lļ',
    'mɱ',
    'nñ',
    'oö',
    'pþ',
    'qǫ',
    'rŕ',
    'sš',
    'tţ',
    'uû',
    'vṽ',
    'wŵ',
    'xẋ',
    'yý',
    'zž',
  ]
    .flatMap((pair) => [pair, pair.toUpperCase()])
    .map((pair) => [...pair] as [string, string]),
);

/** By how much other languages are longer than English. */
const LONGER = 0.4;

/** An English text as the pseudo-language has it: `Save {n}` is `⟦Šåṽé {n}···⟧`. Places stay as they are. */
export function pseudoText(text: string): string {
  const accented = text.replaceAll(/\{\w+\}|[a-z]/gi, (piece) => ACCENTED[piece] ?? piece);
  return `⟦${accented}${'·'.repeat(Math.ceil([...text].length * LONGER))}⟧`;
}
