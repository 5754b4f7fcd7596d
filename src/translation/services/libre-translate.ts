import type { TranslationConfig } from '../../config/translation.config';
import { postJson } from '../outgoing';
import { PostTranslator, type TranslationRequest } from '../post-translator.port';
import { addressOf, oneText } from './answers';

/** LibreTranslate (docs.libretranslate.com, POST /translate). */
export class LibreTranslate extends PostTranslator {
  constructor(private readonly config: TranslationConfig) {
    super();
  }

  async translate({ text, source, target }: TranslationRequest, signal: AbortSignal): Promise<string> {
    const body = { q: text, source, target, format: 'text', ...(this.config.key ? { api_key: this.config.key } : {}) };
    const answer = await postJson(addressOf(this.config, 'translate'), body, { ...this.config, signal });
    return oneText((answer as { translatedText?: unknown } | null)?.translatedText);
  }
}
