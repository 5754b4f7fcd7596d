import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { BrowserSession } from '../support/browser-session';

const PAGE = `<form method="post" action="/sign-in">
  <input type="hidden" name="csrf_token" value="proof">
  <input name="username" value="susan"><input type="checkbox" name="remember_me" value="yes"><button>Sign in</button>
</form>
<form class="search" action="/search"><input name="q"></form>`;

/** Answers with a page, and echoes what was sent. */
async function respond(request: IncomingMessage): Promise<{ status?: number; headers?: Record<string, string[]>; body: string }> {
  if (request.url === '/page')
    return {
      headers: { 'set-cookie': ['session=1', 'remembered=2; Max-Age=60; Expires=Fri, 01 Jan 2999 00:00:00 GMT'] },
      body: PAGE,
    };
  if (request.url === '/moved') return { status: 303, headers: { location: ['/echo'] }, body: '' };
  const { cookie = '', origin = '', 'accept-language': language = '' } = request.headers;
  const sent = [request.method, request.url, cookie, origin, language, await text(request)];
  return { body: `<pre>${JSON.stringify(sent)}</pre>` };
}

describe('BrowserSession', () => {
  let server: Server;
  let url: string;
  let browser: BrowserSession;

  beforeAll(async () => {
    server = createServer((request, response) => {
      void respond(request).then(({ status = 200, headers = {}, body }) =>
        response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body),
      );
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    browser = new BrowserSession(url, { acceptLanguage: 'es' });
  });

  it('sends the fields of the real form, with what the test fills in', async () => {
    const { $ } = await browser.submit('/page', '/sign-in', { username: 'john', remember_me: true });

    const sent = ['POST', '/sign-in', 'session=1; remembered=2', url, 'es', 'csrf_token=proof&username=john&remember_me=yes'];
    expect(JSON.parse($('pre').text())).toEqual(sent);
  });

  it('leaves out a box that is not ticked, and keeps what stands in the form', async () => {
    const { body } = await browser.submit('/page', 'form[method=post]');

    expect(body).toContain('csrf_token=proof&username=susan"');
  });

  it('sends a search form as a query', async () => {
    const { $ } = await browser.submit('/page', '.search', { q: 'two words' });

    expect($('pre').text()).toContain('"GET","/search?q=two+words"');
  });

  it('refuses a form or a field that the page has not', async () => {
    await expect(browser.submit('/page', '/follow/john')).rejects.toThrow('/page answered 200 and has no form /follow/john');
    await expect(browser.submit('/page', '/sign-in', { email: 'x' })).rejects.toThrow('has no field email');
  });

  it('stays where a redirect is answered, until told to follow', async () => {
    const moved = await browser.get('/moved');

    expect([moved.status, moved.location]).toEqual([303, '/echo']);
    expect((await browser.follow(moved)).$('pre').text()).toContain('"GET","/echo"');
  });

  it('loses the cookies of the session when it is closed, but a copy has all', async () => {
    await browser.get('/page');

    expect(browser.copy().cookie('session')).toBe('1');
    expect(browser.restarted().cookie('session')).toBeUndefined();
    expect((await browser.restarted().get('/echo')).body).toContain('"remembered=2"');
  });
});
