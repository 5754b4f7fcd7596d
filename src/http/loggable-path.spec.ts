import { loggablePath } from './loggable-path';

describe('a path in the log', () => {
  it('is the path', () => {
    expect(loggablePath('/user/susan/followers')).toBe('/user/susan/followers');
    expect(loggablePath('/post/9007199254740991/delete')).toBe('/post/9007199254740991/delete');
  });

  it('holds no token', () => {
    const token = `${'eyJ'.repeat(12)}.${'eyJ'.repeat(20)}.${'Ab-_'.repeat(11)}`;

    expect(loggablePath(`/auth/reset_password/${token}`)).toBe('/auth/reset_password/…');
    expect(loggablePath(`/auth/reset_password/${'x'.repeat(43)}/`)).toBe('/auth/reset_password/…/');
  });
});
