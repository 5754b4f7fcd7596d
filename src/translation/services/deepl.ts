import type { TranslationConfig } from '../../config/translation.config';
import { postJson } from '../outgoing';
import { PostTranslator, type TranslationRequest } from '../post-translator.port';
import { addressOf, oneText } from './answers';

/** Into these it wants to know which kind; the plain name is out of use. */
const VARIANTS: Readonly<Record<string, string>> = { en: 'EN-US', pt: 'PT-PT' };

/** DeepL (developers.deepl.com, POST /v2/translate). */
export class DeepL extends PostTranslator {
  constructor(private readonly config: TranslationConfig) {
    super();
  }

  async translate({ text, source, target }: TranslationRequest, signal: AbortSignal): Promise<string> {
    const answer = await postJson(
      addressOf(this.config, 'v2/translate'),
      { text: [text], source_lang: source.toUpperCase(), target_lang: VARIANTS[target] ?? target.toUpperCase() },
      { ...this.config, signal, headers: { authorization: `DeepL-Auth-Key ${this.config.key}` } },
    );
    return oneText((answer as { translations?: { text?: unknown }[] } | null)?.translations?.[0]?.text);
  }
}
