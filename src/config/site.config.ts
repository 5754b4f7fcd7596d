import type { Environment } from './environment';
import { knownLanguages, PSEUDO_LANGUAGE, SHIPPED_LANGUAGES } from './languages';

/** What the people of this site see: languages, lengths, pictures. */
export class SiteConfig {
  /** The first is the fallback. */
  readonly languages: readonly string[];
  readonly postsPerPage: number;
  /** Code points. */
  readonly postMaxLength: number;
  readonly avatars: 'local' | 'gravatar';
  /** Who may read feeds: everybody, or who is signed in. Where nobody can join, the usual is not to show what is said. */
  readonly feeds: 'public' | 'members';

  constructor(environment: Environment) {
    const languages = environment.list('LANGUAGES', SHIPPED_LANGUAGES);
    const isProduction = environment.text('NODE_ENV') === 'production';
    const known = knownLanguages().filter((language) => !isProduction || language !== PSEUDO_LANGUAGE);
    if (languages.length === 0 || !languages.every((language) => known.includes(language))) {
      environment.fault('LANGUAGES', `must name some of ${known.join(', ')}`);
    }
    this.languages = languages;
    this.postsPerPage = environment.integer('POSTS_PER_PAGE', { fallback: 25, min: 1, max: 100 });
    this.postMaxLength = environment.integer('POST_MAX_LENGTH', { fallback: 140, min: 1, max: 5000 });
    this.avatars = environment.oneOf('AVATARS', ['local', 'gravatar'], 'local');
    const usual = environment.text('REGISTRATION', 'open') === 'closed' ? 'members' : 'public';
    this.feeds = environment.oneOf('FEEDS', ['public', 'members'], usual);
  }

  get defaultLanguage(): string {
    return this.languages[0] ?? 'en';
  }
}
