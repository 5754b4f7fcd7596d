import { Logger } from '@nestjs/common';
import type { Viewer } from '../common/viewer';
import type { SiteConfig } from '../config/site.config';
import type { PostRow } from '../posts/post-rows.repository';
import type { PostsService } from '../posts/posts.service';
import type { Throttles } from '../throttling/throttles.service';
import { PostTranslator } from './post-translator.port';
import { TranslationFailed } from './translation.errors';
import { TranslationService } from './translation.service';

/** Says nothing, until nobody waits any longer. */
class Silence extends PostTranslator {
  asked = 0;

  translate(_: unknown, signal: AbortSignal): Promise<string> {
    this.asked++;
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
  }
}

it('waits for a translation five seconds in all, be it in a queue or for an answer', async () => {
  jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  const patience: AbortController[] = [];
  const timeout = jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    patience.push(new AbortController());
    return patience.at(-1)!.signal;
  });
  const silence = new Silence();
  const posts = { get: async (id: number) => ({ id, body: `texto ${id}`, language: 'es' }) as PostRow };
  const translations = new TranslationService(
    silence,
    posts as unknown as PostsService,
    { take: async () => undefined } as unknown as Throttles,
    { languages: ['en', 'es'] } as unknown as SiteConfig,
  );

  const answers = Array.from({ length: 9 }, (_, n) =>
    translations.translate(n + 1, 'en', { id: 1 } as Viewer).catch((error: unknown) => error),
  );
  while (patience.length < 9) await new Promise(setImmediate);
  expect([silence.asked, ...new Set(timeout.mock.calls.flat())]).toEqual([8, 5_000]);

  // The ninth has no place yet, and is told all the same.
  patience[8]!.abort(new Error('late'));
  expect(await answers[8]).toBeInstanceOf(TranslationFailed);
  expect(silence.asked).toBe(8);

  for (const one of patience) one.abort(new Error('late'));
  for (const answer of await Promise.all(answers)) expect(answer).toBeInstanceOf(TranslationFailed);
  jest.restoreAllMocks();
});
