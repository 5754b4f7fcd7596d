import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import { po } from 'gettext-parser';
import { Catalogues } from '../../src/commands/translate/workshop/catalogues';
import { faultsOf } from '../../src/commands/translate/workshop/faults';
import { generatedFrom } from '../../src/commands/translate/workshop/generated';
import { marksIn } from '../../src/commands/translate/workshop/marks';
import { fromPo, toPo } from '../../src/commands/translate/workshop/po';
import { formsOf } from '../../src/commands/translate/workshop/text';
import { initiate, updateAll } from '../../src/commands/translate/workshop/update';

const SOUND: Readonly<Record<string, string>> = {
  'src/posts/posts.controller.ts': `
    redirect('timeline.home', {}, success('posts.flash.published'));
    const subject = { key: isLate ? 'posts.late' : 'posts.early' };`,
  'src/posts/posts.service.ts': `translator.t(locale, 'posts.count', { count });`,
  'src/posts/posts.errors.ts': `class NotFound extends DomainError { constructor() { super('not-found', 'posts.gone'); } }`,
  'src/posts/dto/post.dto.ts':
    "TextField({ label: 'posts.label', max: 1 }); choices.map((value) => ({ value, label: `posts.themes.${value}` }));",
  'views/posts/show.hbs': '{{t "posts.title" name=author.name}}{{#if x}}{{> form submit=(t "posts.submit")}}{{/if}}',
  'public/js/posts.js': "status.textContent = t('posts.said', { n: 1 });",
  'i18n/en/posts.json': JSON.stringify({
    title: 'By {name}',
    submit: 'Post',
    label: 'Say',
    late: 'Late',
    early: 'Early',
    flash: { published: 'Live!' },
    count: { one: '{count} post', other: '{count} posts' },
    said: 'Said {n}',
    themes: { dark: 'Dark', light: 'Light' },
  }),
  'i18n/en/errors.json': JSON.stringify({ posts: { gone: 'Gone' } }),
  'i18n/de/posts.json': JSON.stringify({
    title: 'Von {name}',
    submit: 'Senden',
    label: 'Sag',
    late: 'Spät',
    early: 'Früh',
    flash: { published: 'Da!' },
    count: { one: '{count} Beitrag', other: '{count} Beiträge' },
    said: '{n} gesagt',
    themes: { dark: 'Dunkel', light: 'Hell' },
  }),
  'i18n/de/errors.json': JSON.stringify({ posts: { gone: 'Weg' } }),
};

let root: string;
let catalogues: Catalogues;

const put = (files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
};
const german = (change: object): string =>
  JSON.stringify({ ...(JSON.parse(SOUND['i18n/de/posts.json'] ?? '') as object), ...change });
const faults = (): string[] => faultsOf(catalogues, marksIn(root));
const update = () => updateAll(catalogues, marksIn(root));
const textIn = (locale: string, key: string) => catalogues.read(locale).texts.get(key);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'microblog-texts-'));
  catalogues = new Catalogues(root);
  mkdirSync(join(root, 'src/common'), { recursive: true });
  put(SOUND);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('translate compile', () => {
  it('finds no fault in catalogues that are whole', () => {
    expect(faults()).toEqual([]);
  });

  it.each([
    ['a key that a template asks for', { 'views/new.hbs': '{{t "posts.new"}}' }, 'views/new.hbs: posts.new is in no catalogue'],
    ['a key that code asks for', { 'src/new.ts': "success('posts.new')" }, 'src/new.ts: posts.new is in no catalogue'],
    ['a key that a script asks for', { 'public/js/new.js': "t('posts.new')" }, 'public/js/new.js: posts.new is in no catalogue'],
    [
      'the code of an error',
      { 'src/new.ts': "class A extends B { constructor() { super('invalid', 'posts.new'); } }" },
      'errors.posts.new is in no',
    ],
    ['an unknown key', { 'i18n/de/posts.json': german({ more: 'Mehr' }) }, 'de: posts.more is unknown'],
    ['a missing key', { 'i18n/de/posts.json': german({ submit: undefined }) }, 'de: posts.submit is missing'],
    ['an empty text', { 'i18n/de/posts.json': german({ submit: '' }) }, 'de: posts.submit is not translated yet'],
    ['a wrong place', { 'i18n/de/posts.json': german({ title: 'Von {nam}' }) }, 'de: posts.title has places for other values'],
    ['a lost place', { 'i18n/de/posts.json': german({ title: 'Von ihr' }) }, 'de: posts.title has places for other values'],
    [
      'a broken place',
      { 'i18n/de/posts.json': german({ title: 'Von {name} {' }) },
      'de: posts.title has a brace that is no place',
    ],
    [
      'a plural form too few',
      { 'i18n/de/posts.json': german({ count: { other: '{count} Beiträge' } }) },
      'lacks the plural form "one"',
    ],
    [
      'a plural form too many',
      { 'i18n/de/posts.json': german({ count: { one: '{count} Beitrag', few: '{count} B.', other: '{count} Beiträge' } }) },
      'has the plural form "few", which the language has not',
    ],
    [
      'a text that should count',
      { 'i18n/de/posts.json': german({ count: '{count} Beiträge' }) },
      'de: posts.count does not count',
    ],
    ['markup', { 'i18n/de/posts.json': german({ submit: '<b>Senden' }) }, 'de: posts.submit has markup'],
    ['an entity', { 'i18n/de/posts.json': german({ submit: 'Senden &amp; gut' }) }, 'de: posts.submit has markup'],
    ['a reference', { 'i18n/de/posts.json': german({ submit: '$t(posts.title)' }) }, 'de: posts.submit refers to another text'],
    ['blanks at an end', { 'i18n/de/posts.json': german({ submit: 'Senden ' }) }, 'de: posts.submit is empty, or has blanks'],
    [
      'a value that nobody gives',
      { 'views/posts/show.hbs': '{{t "posts.title"}}{{t "posts.submit"}}' },
      'is given () and its text has places for',
    ],
    ['a text that nothing asks for', { 'public/js/posts.js': '' }, 'en: nothing asks for posts.said'],
  ])('fails on %s', (_, files, fault) => {
    put(files);
    expect(faults()).toEqual([expect.stringContaining(fault)]);
  });

  it('lets a form do without its number only where it is one number', () => {
    const plural = (count: object): string => JSON.stringify({ count });
    put({
      'views/posts/show.hbs': '',
      'src/posts/posts.controller.ts': '',
      'src/posts/posts.errors.ts': '',
      'src/posts/dto/post.dto.ts': '',
      'public/js/posts.js': '',
      'i18n/en/errors.json': '{}',
      'i18n/de/errors.json': '{}',
      'i18n/en/posts.json': plural({ one: 'One post', other: '{count} posts' }),
      'i18n/de/posts.json': plural({ one: 'Ein Beitrag', other: '{count} Beiträge' }),
    });
    expect(faults()).toEqual([]);

    put({
      'i18n/ru/posts.json': plural({ one: 'запись', few: '{count} записи', many: '{count} записей', other: '{count} записи' }),
    });
    expect(faults()).toEqual(['ru: posts.count has places for other values']);
  });

  it('writes the keys as a type, and those that scripts ask for as a list', () => {
    const written = generatedFrom(catalogues.read('en').texts.keys(), marksIn(root));

    expect(written['src/common/text-key.ts']).toContain("\n  | 'posts.flash.published'\n");
    expect(written['src/i18n/browser-texts.ts']).toContain("= ['posts.said'];");
  });
});

describe('translate update', () => {
  it('changes nothing when there is nothing to change', () => {
    const languages = update();

    expect(languages.map(({ added, restored, obsolete }) => [...added, ...restored, ...obsolete])).toEqual([[], []]);
    expect(JSON.parse(readFileSync(join(root, 'i18n/de/posts.json'), 'utf8'))).toEqual(
      JSON.parse(SOUND['i18n/de/posts.json'] ?? ''),
    );
  });

  it('adds what is new in a template, in code and in a script, in the forms of each language, and keeps what is translated', () => {
    initiate(catalogues, 'ar');
    put({
      'views/new.hbs': '{{t "posts.new" count=n}}',
      'src/new.ts': "translator.t(locale, 'posts.hello')",
      'public/js/new.js': "t('other.thing')",
    });

    const [english] = update();

    expect(english).toMatchObject({ locale: 'en', added: ['posts.new', 'posts.hello', 'other.thing'] });
    expect(textIn('de', 'posts.title')).toBe('Von {name}');
    expect(textIn('de', 'posts.new')).toEqual({ one: '', other: '' });
    expect(textIn('ar', 'posts.new')).toEqual({ zero: '', one: '', two: '', few: '', many: '', other: '' });
    expect(textIn('de', 'posts.hello')).toBe('');
    expect(textIn('de', 'other.thing')).toBe('');
  });

  it('sets aside what is gone, and takes it back when it comes again', () => {
    put({ 'public/js/posts.js': '' });
    expect(update().map(({ obsolete }) => obsolete)).toEqual([['posts.said'], ['posts.said']]);
    expect(textIn('de', 'posts.said')).toBeUndefined();
    expect(catalogues.read('de').obsolete.get('posts.said')).toBe('{n} gesagt');
    expect(faults()).toEqual([]);

    put({ 'public/js/posts.js': SOUND['public/js/posts.js'] ?? '' });
    expect(update().map(({ restored }) => restored)).toEqual([['posts.said'], ['posts.said']]);
    expect(textIn('de', 'posts.said')).toBe('{n} gesagt');
    expect(catalogues.read('de').obsolete.size).toBe(0);
  });

  it('keeps texts whose keys are put together when the program runs', () => {
    update();
    expect(textIn('de', 'posts.themes.dark')).toBe('Dunkel');
  });
});

describe('translate init', () => {
  it.each([
    ['ja', ['other']],
    ['it', ['one', 'many', 'other']],
    ['ar', ['zero', 'one', 'two', 'few', 'many', 'other']],
    ['pl', ['one', 'few', 'many', 'other']],
  ])('begins %s with the plural forms that it has, all of it still to be translated', (locale, forms) => {
    initiate(catalogues, locale);

    expect(Object.keys(textIn(locale, 'posts.count') ?? {})).toEqual(forms);
    expect(faults().length).toBe(catalogues.read('en').texts.size);
    expect(faults()[0]).toBe(`${locale}: errors.posts.gone is not translated yet`);
  });
});

describe('the exchange with translators', () => {
  const english = () => catalogues.read('en').texts;
  const exported = (locale: string) => toPo(locale, catalogues.read(locale), english(), marksIn(root));

  it('loses nothing on its way', () => {
    put({ 'i18n/de/errors.json': JSON.stringify({ posts: { gone: 'Weg "ganz"\\n\nund – 🍣 {x' } }) });
    const brought = fromPo('de', exported('de'), english());

    expect(brought.refused).toEqual([]);
    expect(Object.fromEntries(brought.texts)).toEqual(Object.fromEntries(catalogues.read('de').texts));
  });

  it('tells the translator the key, the original, and where it stands; and what is obsolete', () => {
    put({ 'public/js/posts.js': '' });
    update();

    const text = exported('de').toString();

    expect(text).toContain('#: views/posts/show.hbs\nmsgctxt "posts.title"\nmsgid "By {name}"\nmsgstr "Von {name}"');
    expect(text).toContain(
      'msgid "{count} post"\nmsgid_plural "{count} posts"\nmsgstr[0] "{count} Beitrag"\nmsgstr[1] "{count} Beiträge"',
    );
    expect(text).toContain('#~ msgctxt "posts.said"');
  });

  it('refuses what does not fit, and says why', () => {
    const file = po.parse(exported('de'));
    const change = (key: string, by: object) => Object.assign(Object.values(file.translations[key] ?? {})[0] ?? {}, by);
    change('posts.title', { comments: { flag: 'fuzzy' } });
    change('posts.submit', { msgid: 'Send' });
    change('posts.count', { msgstr: ['one'] });
    Object.assign(file.translations, { 'posts.nowhere': { x: { msgctxt: 'posts.nowhere', msgid: 'x', msgstr: ['y'] } } });

    const { refused, texts } = fromPo('de', po.compile(file), english());

    expect([...refused].sort()).toEqual([
      'posts.count: another number of plural forms',
      'posts.nowhere: there is no such text',
      'posts.submit: translated from another text than the one that there is now',
      'posts.title: marked as fuzzy',
    ]);
    expect(texts.get('posts.label')).toBe('Sag');
    expect(() => fromPo('fr', exported('de'), english())).toThrow('It is a file of the language de, not of fr');
  });

  it('counts as the language does: the expression of the file picks the form that CLDR picks', () => {
    for (const locale of [
      'en',
      'de',
      'fr',
      'pt',
      'es',
      'ja',
      'ar',
      'ru',
      'pl',
      'lt',
      'cs',
      'ga',
      'he',
      'sl',
      'cy',
      'mt',
      'lv',
      'ro',
      'is',
    ]) {
      initiate(catalogues, `${locale}-XX`);
      const [, expression = ''] = /plural=(.*);/.exec(po.parse(exported(`${locale}-XX`)).headers['Plural-Forms'] ?? '') ?? [];
      const pick = compileFunction(`return Number(${expression})`, ['n']) as (n: number) => number;
      const rules = new Intl.PluralRules(locale);
      for (const n of [...Array(250).keys(), 1000, 1001, 1002, 1003, 1011, 100_000, 1_000_000, 2_000_000, 1_000_001]) {
        expect([locale, n, formsOf(locale)[pick(n)]]).toEqual([locale, n, rules.select(n)]);
      }
    }
  });
});
