import { testConfig } from '../../test/support/test-config';
import type { UrlArgs, UrlFor } from '../routing/url-for';
import { PersonPresenter } from './person.presenter';

const urls = { path: (route: string, { key, s }: UrlArgs) => `${route} ${key}?s=${s}` } as UrlFor;
const john = { id: 7, username: 'john', email: 'john@example.com', passwordHash: 'secret', role: 'admin' };

const presenter = (avatars: string): PersonPresenter => new PersonPresenter(testConfig({ AVATARS: avatars }).site, urls);

describe('a person as anybody may see them', () => {
  it('has a picture drawn from the id, which tells nothing and never changes', () => {
    expect(presenter('local').present(john)).toEqual({ id: 7, username: 'john', avatarUrl: 'avatars.show 7?s=' });
  });

  it('has a Gravatar where the operator chose that, by the hash of the address', () => {
    const avatarUrl = 'https://www.gravatar.com/avatar/d4c74594d841139328695756648b6bd6?d=identicon&s=';

    expect(presenter('gravatar').present(john)).toEqual({ id: 7, username: 'john', avatarUrl });
    expect(presenter('gravatar').present({ ...john, email: ' John@Example.COM ' }).avatarUrl).toBe(avatarUrl);
  });

  it.each(['local', 'gravatar'])('never has the address or anything else of the account (%s)', (avatars) => {
    const view = presenter(avatars).present(john);

    expect(Object.keys(view).sort()).toEqual(['avatarUrl', 'id', 'username']);
    expect(JSON.stringify(view)).not.toContain('@');
  });
});
