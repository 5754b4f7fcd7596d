import cldr from 'cldr-core/supplemental/plurals.json';
import { formsOf } from './text';

/**
 * The header `Plural-Forms` of a language: an expression in C that finds, for a whole number `n`, the place of its form among those that the language
 * has, in CLDR's order (GNU gettext manual, "Plural forms"; Unicode TR 35, part 3, "Language Plural Rules").
 */
export function pluralHeader(locale: string): string {
  const forms = formsOf(locale);
  const rules = rulesOf(locale);
  const last = forms.length - 1;
  const expression = forms
    .slice(0, -1)
    .reduceRight((otherwise, form, index) => `(${inC(rules[form])}) ? ${index} : ${otherwise}`, String(last));
  return `nplurals=${forms.length}; plural=${expression};`;
}

function rulesOf(locale: string): Readonly<Record<string, string | undefined>> {
  const all = cldr.supplemental['plurals-type-cardinal'] as Readonly<Record<string, Readonly<Record<string, string>>>>;
  const own = all[locale] ?? all[new Intl.Locale(locale).language] ?? {};
  return Object.fromEntries(Object.entries(own).map(([name, rule]) => [name.replace('pluralRule-count-', ''), rule]));
}

/** `i % 10 = 2..4 and v = 0` as `(n % 10 >= 2 && n % 10 <= 4) && 1`. Of whole numbers, nothing but `n` and `i` is other than 0. */
function inC(rule = ''): string {
  const [condition = ''] = rule.split('@');
  if (condition.trim() === '') return '0';
  return condition
    .split(' or ')
    .map((alternative) => alternative.split(' and ').map(relationInC).join(' && '))
    .join(' || ');
}

function relationInC(relation: string): string {
  const [, operand = '', modulus, operator, list = ''] = /^\s*([nivwfte])(?: % (\d+))? (!?=) ([\d.,]+)\s*$/.exec(relation) ?? [];
  if (operator === undefined) throw new Error(`CLDR has a plural rule of another kind: ${relation}`);
  const value = operand === 'n' || operand === 'i' ? (modulus === undefined ? 'n' : `n % ${modulus}`) : '0';
  const among = list.split(',').map((range) => {
    const [from = '', to = from] = range.split('..');
    return from === to ? `${value} == ${from}` : `(${value} >= ${from} && ${value} <= ${to})`;
  });
  return operator === '=' ? `(${among.join(' || ')})` : `!(${among.join(' || ')})`;
}
