import type { TranslationConfig } from '../../config/translation.config';
import { postJson } from '../outgoing';
import { PostTranslator, type TranslationRequest } from '../post-translator.port';
import { addressOf, oneText } from './answers';

/** Azure AI Translator, version 3.0 (learn.microsoft.com, POST /translate). */
export class Azure extends PostTranslator {
  constructor(private readonly config: TranslationConfig) {
    super();
  }

  async translate({ text, source, target }: TranslationRequest, signal: AbortSignal): Promise<string> {
    const address = addressOf(this.config, 'translate');
    address.search = new URLSearchParams({ 'api-version': '3.0', from: source, to: target }).toString();
    const { key = '', region } = this.config;
    const headers = { 'ocp-apim-subscription-key': key, ...(region ? { 'ocp-apim-subscription-region': region } : {}) };
    const answer = await postJson(address, [{ Text: text }], { ...this.config, headers, signal });
    return oneText((answer as { translations?: { text?: unknown }[] }[] | null)?.[0]?.translations?.[0]?.text);
  }
}
