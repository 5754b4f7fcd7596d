import { chooseLocale, localeFacts } from './locale';

const languages = ['en', 'es'];

describe('the language of an answer', () => {
  it.each([
    ['es', 'es'],
    ['es-MX;es', 'es'],
    ['es-MX', 'es'],
    ['es-419,es;q=0.9', 'es'],
    ['ES', 'es'],
    ['fr,es;q=0.5,en;q=0.4', 'es'],
    ['zh-Hant-TW,es;q=0.3', 'es'],
    ['es-MX,en-US;q=0.9,en;q=0.8', 'es'],
    ['en;q=0,*', 'es'],
    ['de', 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['es;q=0.2,en;q=0.9', 'en'],
    ['en-US,es;q=0.9', 'en'],
    ['es;q=0', 'en'],
    ['es;q=0,*', 'en'],
    ['es;q=many', 'en'],
    ['español', 'en'],
    [';;,,=', 'en'],
    [undefined, 'en'],
  ])('for a browser that accepts %j is %s', (acceptLanguage, locale) => {
    expect(chooseLocale({ acceptLanguage }, languages)).toBe(locale);
  });

  it('is the one in the settings before the one in the cookie before the one that the browser accepts', () => {
    expect(chooseLocale({ saved: 'es', cookie: 'en', acceptLanguage: 'en' }, languages)).toBe('es');
    expect(chooseLocale({ saved: null, cookie: 'es', acceptLanguage: 'en' }, languages)).toBe('es');
    expect(chooseLocale({ saved: null, cookie: undefined, acceptLanguage: 'es' }, languages)).toBe('es');
  });

  it.each(['fr', 'ES', 'es-MX', '', '../en', 'toString'])('is none that the site does not have: cookie %j', (cookie) => {
    expect(chooseLocale({ cookie, acceptLanguage: 'en' }, languages)).toBe('en');
  });

  it('is none that was saved before the site gave it up', () => {
    expect(chooseLocale({ saved: 'de', cookie: 'es' }, languages)).toBe('es');
  });

  it('is by default the first of the site', () => {
    expect(chooseLocale({ acceptLanguage: 'de' }, ['es', 'en'])).toBe('es');
    expect(chooseLocale({}, ['es', 'en'])).toBe('es');
  });
});

describe('the direction of a language', () => {
  it.each([
    ['en', 'ltr'],
    ['es', 'ltr'],
    ['zh-Hant', 'ltr'],
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['fa-IR', 'rtl'],
    ['ur', 'rtl'],
    ['az-Arab', 'rtl'],
    ['az', 'ltr'],
    ['dv', 'rtl'],
  ])('of %s is %s', (locale, direction) => {
    expect(localeFacts(locale).dir).toBe(direction);
  });
});

it.each([
  ['en', 'en_US'],
  ['es', 'es_ES'],
  ['pt-PT', 'pt_PT'],
  ['ar', 'ar_EG'],
])('a page in %s tells others that it is in %s', (locale, territorial) => {
  expect(localeFacts(locale).territorial).toBe(territorial);
});
