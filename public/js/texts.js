/** Texts of the catalogues for the other scripts, in the language of the page: `t('timeline.home.newPosts', { n: 3 })`. */

/** @typedef {string | Record<string, string>} Text */

const locale = document.documentElement.lang;
const meta = document.querySelector('meta[name=texts]');
const told = /** @type {unknown} */ (JSON.parse(meta instanceof HTMLMetaElement ? meta.content : '{}'));
const texts = /** @type {Record<string, Text>} */ (told);
const numbers = new Intl.NumberFormat(locale);
const rules = new Intl.PluralRules(locale);

/** The form that `count` picks. @param {Text} text @param {string | number | undefined} count */
const formOf = (text, count) => (typeof text === 'string' ? text : (text[rules.select(Number(count))] ?? text['other'] ?? ''));

/** @type {(key: string, args?: Readonly<Record<string, string | number>>) => string} */
const textOf = (key, args = {}) =>
  formOf(texts[key] ?? key, args['count']).replaceAll(/\{(\w+)\}/g, (place, /** @type {string} */ name) => {
    const value = args[name];
    return typeof value === 'number' ? numbers.format(value) : (value ?? place);
  });

globalThis.t = textOf;
