import { type TestingModule, Test } from '@nestjs/testing';
import { I18nService } from 'nestjs-i18n';
import { testConfig } from '../../test/support/test-config';
import type { TextKey } from '../common/text-key';
import { ConfigModule } from '../config/config.module';
import { I18nModule } from './i18n.module';
import { Translator } from './translator';

async function start(variables: Record<string, string> = {}): Promise<TestingModule> {
  return Test.createTestingModule({ imports: [ConfigModule.with(testConfig(variables)), I18nModule] }).compile();
}

describe('a translator', () => {
  let program: TestingModule;
  let translator: Translator;

  beforeAll(async () => {
    program = await start();
    translator = program.get(Translator);
  });
  afterAll(() => program.close());

  it('says a key in the language that it is told', () => {
    expect(translator.t('en', 'validation.required')).toBe('This field is required.');
    expect(translator.t('es', 'validation.required')).toBe('Este campo es obligatorio.');
    expect(translator.t('en', 'validation.required')).toBe('This field is required.');
  });

  it('puts values in their places', () => {
    expect(translator.t('en', 'validation.length', { min: 1, max: 140 })).toBe(
      'Field must be between 1 and 140 characters long.',
    );
    expect(translator.message('es', { key: 'errors.users.notFound', args: { username: 'john' } })).toBe(
      'No se ha encontrado a john.',
    );
  });

  it.each([
    ['en', 0, '0 posts'],
    ['en', 1, '1 post'],
    ['en', 2, '2 posts'],
    ['en', 1_000_000, '1,000,000 posts'],
    ['es', 0, '0 publicaciones'],
    ['es', 1, '1 publicación'],
    ['es', 25, '25 publicaciones'],
    ['es', 1_000_000, '1.000.000 de publicaciones'],
  ])('counts in %s: %d', (locale, count, text) => {
    expect(translator.t(locale, 'profiles.show.posts', { count })).toBe(text);
  });

  it.each([
    '$t(errors.http.500.title)',
    '$t(errors.http.500.title, {"x": 1})',
    '$$t(errors.http.500.title)',
    '$t(',
    '{username}',
    '{{username}}',
    '{0}',
    '{constructor}',
    '{username!s}',
    '$&$1$`',
    '<b>&amp;',
  ])('takes a value as it is: %s', (username) => {
    expect(translator.t('en', 'timeline.home.greeting', { username })).toBe(`Hi, ${username}!`);
  });

  it.each(['nowhere.at.all', 'validation', 'validation.', 'validation.required.more', 'constructor', '__proto__.x', ''])(
    'has no text for the key %j, and says so before anybody reads it',
    (key) => {
      expect(() => translator.t('en', key as TextKey)).toThrow('The catalogue en has no text for');
      expect(() => translator.t('es', key as TextKey, { count: 1 })).toThrow('The catalogue es has no text for');
    },
  );

  it('speaks the first language of the site where another one is not finished', () => {
    const unfinished = {
      validation: { required: '' },
      profiles: { show: { posts: { one: '{count} post', many: '', other: '' } } },
    };
    const i18n = program.get(I18nService);
    const texts = { ...(i18n.getTranslations() as object), it: unfinished };
    jest.spyOn(i18n, 'getTranslations').mockReturnValue(texts);

    expect(translator.t('it', 'validation.required')).toBe('This field is required.');
    expect(translator.t('it', 'validation.text')).toBe('Must be text.');
    expect(translator.t('it', 'profiles.show.posts', { count: 1 })).toBe('1 post');
    expect(translator.t('it', 'profiles.show.posts', { count: 1_000_000 })).toBe('1.000.000 posts');
    jest.restoreAllMocks();
  });

  it('has a type for its keys, by which a wrong one does not compile', () => {
    // @ts-expect-error -- because this is what must not compile
    expect(() => translator.t('en', 'auth.login.titel')).toThrow('has no text for auth.login.titel');
  });

  it('does not take a plural for a text when nothing was counted', () => {
    expect(() => translator.t('en', 'profiles.show.posts')).toThrow('has no text for profiles.show.posts');
    expect(() => translator.t('en', 'profiles.show.posts', { username: 'susan' })).toThrow('has no text for');
  });
});

describe('a translator in production', () => {
  it('shows a missing key as it is, rather than no page at all', async () => {
    const program = await start({ NODE_ENV: 'production', LOG_FORMAT: 'json' });
    const translator = program.get(Translator);

    const missing = 'nowhere.at.all' as TextKey;
    expect(translator.t('en', missing)).toBe(missing);
    expect(translator.t('en', missing, { count: 1 })).toBe(missing);
    expect(translator.t('en', 'validation' as TextKey)).toBe('validation');
    expect(translator.t('es', 'validation.required')).toBe('Este campo es obligatorio.');

    await program.close();
  });
});
