import { PostTranslator } from '../post-translator.port';
import { TranslationOff } from '../translation.errors';

/** For a site that has no service. */
export class Nobody extends PostTranslator {
  translate(): Promise<string> {
    return Promise.reject(new TranslationOff());
  }
}
