export interface TranslationRequest {
  readonly text: string;
  /** ISO 639-1, as posts and this site have them. */
  readonly source: string;
  readonly target: string;
}

/** Somebody who translates. */
export abstract class PostTranslator {
  /** @throws TranslationFailed, TranslationOff */
  abstract translate(request: TranslationRequest): Promise<string>;
}
