const OFFERED: readonly string[] =
  'ar bg bn ca cs da de el en es fa fi fr he hi hu id it ja ko nl no pl pt ro ru sv th tr uk vi zh'.split(' ');

/** What a post can have besides, by a guess or by a program: `gl`, `fil`, `pt-BR`. */
const TAG = /^[a-z]{2,3}(-[A-Z]{2})?$/;

/** The languages that a form offers, by code. What is chosen is among them, whatever it is: else a form that nobody touched would change it. */
export function languageChoices(chosen: unknown): readonly string[] {
  if (typeof chosen !== 'string' || !TAG.test(chosen) || OFFERED.includes(chosen)) return OFFERED;
  return [...OFFERED, chosen].sort();
}
