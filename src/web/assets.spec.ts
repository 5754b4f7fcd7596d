import { testConfig } from '../../test/support/test-config';
import type { RouteRegistry } from '../routing/route-registry';
import { UrlFor } from '../routing/url-for';
import { Assets } from './assets';

const { app, http } = testConfig({ BASE_URL: 'https://example.com/micro' });
const assets = new Assets(new UrlFor({} as RouteRegistry, http), app);

describe('the address of a file', () => {
  it('carries a hash of its content, so that a browser may keep it for ever', () => {
    expect(assets.url('css/microblog.css')).toMatch(/^\/micro\/assets\/css\/microblog\.css\?v=[\w-]{10}$/);
    expect(assets.url('css/microblog.css')).toBe(assets.url('css/microblog.css'));
    expect(assets.url('css/forms.css').split('v=')[1]).not.toBe(assets.url('css/shell.css').split('v=')[1]);
  });

  it('may have scheme and host', () => {
    expect(assets.url('img/favicon.svg', { absolute: true })).toMatch(
      /^https:\/\/example\.com\/micro\/assets\/img\/favicon\.svg\?v=/,
    );
  });

  it('may be one of a package', () => {
    expect(assets.url('vendor/bootstrap.min.css')).toMatch(/^\/micro\/assets\/vendor\/bootstrap\.min\.css\?v=[\w-]{10}$/);
  });

  it('is none where there is no file', () => {
    expect(() => assets.url('css/none.css')).toThrow('ENOENT');
  });
});
