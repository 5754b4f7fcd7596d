import { KEY, type Habit, TranslationServer } from '../../../test/support/translation-server';
import { reader } from '../../../test/support/test-config';
import { TRANSLATION_SERVICES, TranslationConfig } from '../../config/translation.config';
import type { PostTranslator } from '../post-translator.port';
import { postTranslator } from '../translation.module';

describe.each(TRANSLATION_SERVICES)('%s', (service) => {
  let server: TranslationServer;
  beforeEach(async () => {
    server = await TranslationServer.start(service);
  });
  afterEach(() => server.stop());

  const translator = (variables: Readonly<Record<string, string>> = {}): PostTranslator => {
    const usual = { TRANSLATOR: service, TRANSLATOR_URL: server.url, TRANSLATOR_KEY: KEY, TRANSLATOR_REGION: 'westeurope' };
    return postTranslator(reader(TranslationConfig)({ ...usual, TRANSLATOR_ALLOW_PRIVATE: 'true', ...variables }).config);
  };
  const patience = new AbortController().signal;
  const ask = { text: 'Adiós 🍣 "{{x}}" $t(a) <b>', source: 'es', target: 'en' };

  it('is asked in the words that it documents, and says the text', async () => {
    expect(await translator().translate(ask, patience)).toBe(`es→en: ${ask.text}`);
    expect(await translator().translate({ ...ask, source: 'en', target: 'pt' }, patience)).toBe(`en→pt: ${ask.text}`);
    expect(server.faults).toEqual([]);
  });

  it.each<Habit>(['cuts', 'refuses', 'breaks', 'babbles', 'says nothing', 'floods'])('fails when it %s', async (habit) => {
    server.habit = habit;
    await expect(translator().translate(ask, patience)).rejects.toHaveProperty('message');
  });

  it('is not followed to where it sends us', async () => {
    const other = await TranslationServer.start(service);
    server.habit = 'redirects';
    server.elsewhere = other.url;
    await expect(translator().translate(ask, patience)).rejects.toThrow('307');
    expect([server.connections, other.connections]).toEqual([1, 0]);
    await other.stop();
  });

  it.each<Habit>(['hangs', 'stalls'])('is left alone when nobody waits any longer and it %s', async (habit) => {
    server.habit = habit;
    await expect(translator().translate(ask, AbortSignal.timeout(200))).rejects.toThrow(/timeout|abort/i);
    await server.left;
  });

  it.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', '10.0.0.1', '169.254.169.254', '[fd00::1]'])(
    'is not looked for at %s, before anything is sent',
    async (host) => {
      const url = new URL(server.url);
      url.hostname = host;
      const refused = translator({ TRANSLATOR_ALLOW_PRIVATE: 'false', TRANSLATOR_URL: url.href }).translate(ask, patience);
      await expect(refused).rejects.toThrow('is not allowed');
      expect(server.connections).toBe(0);
    },
  );
});

it('is nobody on a site that has none', async () => {
  const off = postTranslator(reader(TranslationConfig)({}).config);
  await expect(off.translate({ text: 'x', source: 'es', target: 'en' }, new AbortController().signal)).rejects.toThrow(
    'translation.off',
  );
});
