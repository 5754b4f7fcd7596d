import { reader } from '../../test/support/test-config';
import { SiteConfig } from './site.config';

const read = reader(SiteConfig);

describe('what the people of the site see', () => {
  it('is set to what most sites want', () => {
    const { config: site, faults } = read();

    expect(faults).toEqual([]);
    expect(site).toEqual({
      languages: ['en', 'es', 'de', 'fr', 'pt', 'ja', 'ar'],
      postsPerPage: 25,
      postMaxLength: 140,
      avatars: 'local',
      feeds: 'public',
    });
    expect(site.defaultLanguage).toBe('en');
  });

  it('is what the operator chose', () => {
    const { config: site, faults } = read({
      LANGUAGES: 'es, en',
      POSTS_PER_PAGE: '100',
      POST_MAX_LENGTH: '5000',
      AVATARS: 'gravatar',
      FEEDS: 'members',
    });

    expect(faults).toEqual([]);
    expect(site).toEqual({
      languages: ['es', 'en'],
      postsPerPage: 100,
      postMaxLength: 5000,
      avatars: 'gravatar',
      feeds: 'members',
    });
    expect(site.defaultLanguage).toBe('es');
  });

  it('shows feeds to members only where nobody can join, unless the operator says otherwise', () => {
    expect(read({ REGISTRATION: 'closed' }).config.feeds).toBe('members');
    expect(read({ REGISTRATION: 'closed', FEEDS: 'public' }).config.feeds).toBe('public');
  });

  it.each([
    ['LANGUAGES', 'en,tlh'],
    ['LANGUAGES', 'EN'],
    ['LANGUAGES', ','],
    ['POSTS_PER_PAGE', '0'],
    ['POSTS_PER_PAGE', '101'],
    ['POST_MAX_LENGTH', '0'],
    ['POST_MAX_LENGTH', '5001'],
    ['AVATARS', 'none'],
    ['FEEDS', 'nobody'],
  ])('cannot be %s=%s', (name, value) => {
    expect(read({ [name]: value }).faults).toEqual([name]);
  });
});
