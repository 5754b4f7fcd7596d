import { PASSWORD } from '../../factories/factories';
import type { BrowserSession, PageAnswer } from '../../support/browser-session';
import { flashOf, pagerOf } from './page';
import { useSite } from '../../support/site';

const site = useSite({ BASE_URL: 'http://blog.example/micro', POSTS_PER_PAGE: '1' });

/** Every address in a page, absolute ones made from it included. */
const addressesOf = ({ $ }: PageAnswer): string[] =>
  $('[href], [src], [action], [data-popup-url], meta[property="og:url"], meta[property="og:image"]')
    .get()
    .flatMap(({ attribs }) => [attribs.href, attribs.src, attribs.action, attribs['data-popup-url'], attribs.content])
    .filter((address) => address !== undefined);

function expectUnderPrefix(page: PageAnswer): void {
  const addresses = addressesOf(page);
  expect(addresses.length).toBeGreaterThan(4);
  for (const address of addresses) expect(address).toMatch(/^(http:\/\/blog\.example)?\/micro(\/|$)|^#/);
}

describe('a site below a path of another host', () => {
  let browser: BrowserSession;
  let post: number | undefined;

  beforeEach(async () => {
    const { susan, john } = await site.people('susan', 'john');
    await site.follow(susan, john);
    [post] = await site.posted([john, 'one'], [john, 'two'], [susan, 'three']);
    browser = await site.signedIn(susan);
  });

  it('has every link, form and file below that path', async () => {
    const paths = [
      '/',
      '/explore',
      '/user/john',
      '/user/john/popup',
      '/user/john/followers',
      '/user/susan/following',
      `/post/${post}`,
    ];
    const more = ['/edit_profile', '/settings/language', '/settings/appearance', '/auth/logout', '/nowhere'];
    for (const path of [...paths, ...more]) expectUnderPrefix(await browser.get(`/micro${path}`));
    for (const path of ['/auth/login', '/auth/register', '/nowhere'])
      expectUnderPrefix(await site.browser().get(`/micro${path}`));
  });

  it.each([
    ['/micro/explore?x=1', '/micro/explore?x=1'],
    ['/elsewhere', '/micro/'],
    ['//evil.example/', '/micro/'],
  ])('leads back from an error to %s by %s', async (from, to) => {
    const page = await browser.get('/micro/nowhere', { referer: `http://blog.example${from}` });

    expect(page.$('main a').attr('href')).toBe(to);
  });

  it('redirects below that path', async () => {
    const redirects = [
      await site.browser().get('/micro/explore'),
      await browser.get('/micro/auth/login'),
      await browser.submit('/micro/', '/micro/', { post: 'hello' }),
      await browser.submit('/micro/user/john', '/micro/unfollow/john'),
      await browser.submit('/micro/edit_profile', '/micro/edit_profile', { about_me: 'x' }),
      await browser.submit('/micro/', '/micro/settings/language', { locale: 'en' }),
      await browser.submit('/micro/settings/appearance', 'main form', { theme: 'dark' }),
      await browser.submit('/micro/', '/micro/auth/logout'),
    ];

    expect(redirects.map(({ location }) => location)).toEqual([
      '/micro/auth/login?next=%2Fmicro%2Fexplore',
      '/micro/',
      '/micro/',
      '/micro/user/john',
      '/micro/edit_profile',
      '/micro/',
      '/micro/settings/appearance',
      '/micro/auth/login',
    ]);
  });

  it('pages, flashes and files work there', async () => {
    const home = await browser.follow(await browser.submit('/micro/', '/micro/', { post: 'hello' }));
    expect(flashOf(home)).toBe('Your post is now live!');
    const second = await browser.get(pagerOf(home).older ?? '');
    expect([second.status, second.$('.post-body').text()]).toEqual([200, 'three']);

    const style = home.$('link[rel=stylesheet]').attr('href') ?? '';
    const picture = home.$('.avatar').attr('src') ?? '';
    for (const address of [style, picture]) expect((await site.raw(address)).status).toBe(200);
  });

  it('keeps its cookies to that path', async () => {
    const { headers } = await site.raw('/micro/auth/login');

    for (const cookie of headers['set-cookie'] ?? []) expect(cookie).toContain('; Path=/micro;');
  });

  it('works the same behind a proxy that takes the path off', async () => {
    const page = await site.raw('/auth/login?next=%2Fmicro%2Fexplore', { headers: { accept: 'text/html' } });

    expect(page.status).toBe(200);
    expect(page.body).toContain('action="/micro/auth/login?next&#x3D;%2Fmicro%2Fexplore"');
    expect((await site.raw('/explore')).headers.location).toBe('/micro/auth/login?next=%2Fmicro%2Fexplore');
  });

  it.each(['/other-site', '/micro-evil/', '/micro/../other', '/', '/microscope', '/micro%2f..%2fother'])(
    'leads nobody to %s on the same host after signing in',
    async (next) => {
      const stranger = site.browser();

      const page = `/micro/auth/login?next=${encodeURIComponent(next)}`;
      const answer = await stranger.submit(page, 'main form', { username: 'susan', password: PASSWORD });

      expect([answer.status, answer.location]).toEqual([303, '/micro/']);
    },
  );

  it('comes to the page that was asked for', async () => {
    const stranger = site.browser();
    const login = await stranger.get('/micro/user/john?before=7');

    const answer = await stranger.submit(login.location ?? '', 'main form', {
      username: 'susan',
      password: PASSWORD,
    });

    expect(answer.location).toBe('/micro/user/john?before=7');
  });

  it('tells programs the addresses below that path', async () => {
    const problem = JSON.parse((await site.raw('/micro/nowhere')).body) as { instance: string };

    expect(problem.instance).toBe('/micro/nowhere');
  });
});
