import type { Environment } from './environment';

export const TRANSLATION_SERVICES = ['libretranslate', 'deepl', 'azure'] as const;
export type TranslationServiceName = (typeof TRANSLATION_SERVICES)[number];

/** Where the services are that have one place for everybody. */
const USUAL_URLS = {
  libretranslate: undefined,
  deepl: 'https://api.deepl.com',
  azure: 'https://api.cognitive.microsofttranslator.com',
} as const;

/** For keys that end in `:fx` (developers.deepl.com, "Free and Pro accounts"). */
const DEEPL_FREE = 'https://api-free.deepl.com';

/** Who translates posts. */
export class TranslationConfig {
  /** Undefined: nobody does. */
  readonly service: TranslationServiceName | undefined;
  readonly url: URL | undefined;
  readonly key: string | undefined;
  /** Azure's name for where its resource is, which some keys want. */
  readonly region: string | undefined;
  /** Whether it may stand on this machine or in a private network. */
  readonly allowsPrivate: boolean;

  constructor(environment: Environment) {
    const url = environment.url('TRANSLATOR_URL', ['https:', 'http:']);
    const usual = url ? 'libretranslate' : 'off';
    const service = environment.oneOf('TRANSLATOR', [...TRANSLATION_SERVICES, 'off'], usual);
    this.service = service === 'off' ? undefined : service;
    this.key = environment.text('TRANSLATOR_KEY');
    this.url = url ?? usualUrl(this.service, this.key);
    this.region = environment.text('TRANSLATOR_REGION');
    this.allowsPrivate = environment.oneOf('TRANSLATOR_ALLOW_PRIVATE', ['true', 'false'], 'false') === 'true';
    if (this.service && !this.url) environment.fault('TRANSLATOR_URL', `must say where ${this.service} is`);
    if (this.service && this.service !== 'libretranslate' && !this.key) {
      environment.fault('TRANSLATOR_KEY', `is needed by ${this.service}`);
    }
    if (/[^\x21-\x7E]/.test(this.key ?? '')) environment.fault('TRANSLATOR_KEY', 'must be one word of ASCII');
    if (/[^\w-]/.test(this.region ?? '')) environment.fault('TRANSLATOR_REGION', 'must be a name such as westeurope');
  }

  get isOn(): boolean {
    return this.service !== undefined;
  }
}

function usualUrl(service: TranslationServiceName | undefined, key = ''): URL | undefined {
  const usual = service === 'deepl' && key.endsWith(':fx') ? DEEPL_FREE : service && USUAL_URLS[service];
  return usual === undefined ? undefined : new URL(usual);
}
