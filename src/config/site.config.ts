import type { Environment } from './environment';

export const SHIPPED_LANGUAGES = ['en', 'es'] as const;

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
    const unknown = languages.filter((language) => !SHIPPED_LANGUAGES.some((shipped) => shipped === language));
    if (languages.length === 0 || unknown.length > 0) {
      environment.fault('LANGUAGES', `must name some of ${SHIPPED_LANGUAGES.join(', ')}`);
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
