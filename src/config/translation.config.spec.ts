import { reader } from '../../test/support/test-config';
import { TranslationConfig } from './translation.config';

const read = reader(TranslationConfig);
const URL_HERE = 'http://127.0.0.1:5000';

describe('who translates', () => {
  it('is nobody, as long as nothing is said', () => {
    const { config, faults } = read();
    expect([config.isOn, config.url, config.allowsPrivate, faults]).toEqual([false, undefined, false, []]);
  });

  it.each([
    [{ TRANSLATOR_URL: URL_HERE }, 'libretranslate', `${URL_HERE}/`],
    [{ TRANSLATOR: 'libretranslate', TRANSLATOR_URL: 'https://t.example/base/' }, 'libretranslate', 'https://t.example/base/'],
    [{ TRANSLATOR: 'deepl', TRANSLATOR_KEY: 'k:fx' }, 'deepl', 'https://api-free.deepl.com/'],
    [{ TRANSLATOR: 'deepl', TRANSLATOR_KEY: 'k' }, 'deepl', 'https://api.deepl.com/'],
    [{ TRANSLATOR: 'deepl', TRANSLATOR_KEY: 'k', TRANSLATOR_URL: 'https://de.test' }, 'deepl', 'https://de.test/'],
    [{ TRANSLATOR: 'azure', TRANSLATOR_KEY: 'k' }, 'azure', 'https://api.cognitive.microsofttranslator.com/'],
  ])('with %j is %s at %s', (variables, service, url) => {
    const { config, faults } = read(variables);
    expect([config.service, config.url?.href, faults]).toEqual([service, url, []]);
  });

  it.each([
    [{ TRANSLATOR: 'libretranslate' }, ['TRANSLATOR_URL']],
    [{ TRANSLATOR: 'deepl' }, ['TRANSLATOR_KEY']],
    [{ TRANSLATOR: 'azure', TRANSLATOR_KEY: 'a b' }, ['TRANSLATOR_KEY']],
    [{ TRANSLATOR: 'azure', TRANSLATOR_KEY: 'k', TRANSLATOR_REGION: 'a\r\nb' }, ['TRANSLATOR_REGION']],
    [{ TRANSLATOR: 'babelfish' }, ['TRANSLATOR']],
    [{ TRANSLATOR_URL: 'ftp://t.example' }, ['TRANSLATOR_URL']],
    [{ TRANSLATOR_ALLOW_PRIVATE: 'yes' }, ['TRANSLATOR_ALLOW_PRIVATE']],
  ])('cannot be %j', (variables, faults) => {
    expect(read(variables).faults).toEqual(faults);
  });
});
