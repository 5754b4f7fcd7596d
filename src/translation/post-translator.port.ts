export interface TranslationRequest {
  readonly text: string;
  /** ISO 639-1, as posts and this site have them. */
  readonly source: string;
  readonly target: string;
}

/** Somebody who translates. */
export abstract class PostTranslator {
  /**
   * @param signal ends it where it stands
   * @throws Error for whatever went wrong, TranslationOff
   */
  abstract translate(request: TranslationRequest, signal: AbortSignal): Promise<string>;
}
