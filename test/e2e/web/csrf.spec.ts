import { PASSWORD } from '../../factories/factories';
import { flashOf, formErrorOf, textOf, valuesOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

const MISSING = 'The CSRF token is missing.';
const INVALID = 'The CSRF token is invalid or too old. Nothing was changed: please send the form again.';
const FOREIGN = 'This form was sent from another site. Nothing was changed.';

const susan = async () => site.signedIn((await site.people('susan')).susan);

describe('a form', () => {
  it('carries the proof that it is ours, on every page', async () => {
    const browser = await susan();
    const { john } = await site.people('john');
    const [id] = await site.posted([john, 'hello']);
    const pages = ['/', '/explore', '/edit_profile', '/user/john', '/user/john/popup', '/user/john/followers', `/post/${id}`];
    const settings = ['/settings/language', '/settings/appearance', '/auth/logout', '/nowhere'];

    for (const path of [...pages, ...settings]) {
      const { $ } = await browser.get(path);
      const forms = $('form[method=post]').get();
      expect(forms.length).toBeGreaterThan(0);
      for (const form of forms)
        expect($(form).find('input[type=hidden][name=csrf_token]').attr('value')).toMatch(/^[\da-f.]{129}$/);
    }
    for (const path of ['/auth/login', '/auth/register']) {
      const { $ } = await site.browser().get(path);
      expect($('main form [name=csrf_token]').attr('value')).toMatch(/^[\da-f.]{129}$/);
    }
  });

  it.each([
    ['without a token', '', MISSING],
    ['with a token of nobody', 'nonsense', INVALID],
    ['with a token that only looks like one', `${'0'.repeat(64)}.${'0'.repeat(64)}`, INVALID],
  ])('%s changes nothing, and keeps what was typed', async (_, token, message) => {
    const browser = await susan();
    await browser.get('/');

    const answer = await browser.post('/', { csrf_token: token, post: 'typed with care' });

    expect(answer.status).toBe(403);
    expect(formErrorOf(answer)).toBe(message);
    expect(valuesOf(answer)).toEqual({ post: 'typed with care' });
    expect(await site.count('post')).toBe(0);
  });

  it('that was refused can be sent again as it is shown', async () => {
    const browser = await susan();
    const refused = await browser.post('/', { post: 'typed with care' });
    const token = refused.$('.composer [name=csrf_token]').attr('value') ?? '';

    const answer = await browser.post('/', { csrf_token: token, post: valuesOf(refused).post ?? '' });

    expect(answer.status).toBe(303);
    expect(await site.count('post')).toBe(1);
  });

  it.each([
    ['/edit_profile', { username: 'mallory', about_me: 'hello' }],
    ['/settings/language', { locale: 'es' }],
    ['/settings/appearance', { theme: 'dark' }],
    ['/follow/john', {}],
    ['/unfollow/john', {}],
    ['/auth/logout', {}],
  ])('for %s changes nothing without a token', async (path, fields) => {
    await site.people('john');
    const browser = await susan();

    const answer = await browser.post(path, fields);

    expect(answer.status).toBe(403);
    expect(textOf(answer)).toContain(MISSING);
    expect((await browser.get('/')).$('h1').text()).toBe('Hi, susan!');
    expect((await browser.get('/')).$('html').attr()).toMatchObject({ lang: 'en', 'data-theme': 'auto' });
    expect(await site.count('follow')).toBe(0);
  });

  it.each([
    ['/auth/login', { username: 'susan', password: PASSWORD }],
    ['/auth/register', { username: 'mary', email: 'mary@example.com', password: 'long enough', password2: 'long enough' }],
  ])('for %s wants it from strangers too', async (path, fields) => {
    await site.people('susan');
    const browser = site.browser();

    const answer = await browser.post(path, fields);

    expect(answer.status).toBe(403);
    expect(formErrorOf(answer)).toBe(MISSING);
    expect(valuesOf(answer)).toMatchObject({ username: fields.username, password: '' });
    expect(browser.cookie('session')).toBeUndefined();
    expect(await site.count('user')).toBe(1);
  });

  it('may prove itself by a header, for scripts', async () => {
    const browser = await susan();
    const token = (await browser.get('/')).$('[name=csrf_token]').attr('value') ?? '';

    expect((await browser.post('/', { post: 'hello' }, { 'X-CSRF-Token': token })).status).toBe(303);
  });

  it('sent as JSON needs the proof as well', async () => {
    const browser = await susan();
    const token = (await browser.get('/')).$('[name=csrf_token]').attr('value') ?? '';
    const json = { 'content-type': 'application/json' };

    expect((await browser.post('/', JSON.stringify({ post: 'forged' }), json)).status).toBe(403);
    expect((await browser.post('/', JSON.stringify({ post: 'hello', csrf_token: token }), json)).status).toBe(303);
    expect(await site.count('post')).toBe(1);
  });
});

describe('a token', () => {
  const tokenOf = async (browser: ReturnType<typeof site.browser>, page = '/'): Promise<string> =>
    (await browser.get(page)).$('[name=csrf_token]').attr('value') ?? '';

  it('of somebody else is worthless', async () => {
    const { john } = await site.people('john');
    const foreign = await tokenOf(await site.signedIn(john));
    const browser = await susan();
    await browser.get('/');

    expect((await browser.post('/', { csrf_token: foreign, post: 'forged' })).status).toBe(403);
  });

  it('of somebody else is worthless also beside its cookie, as another port of this host could plant it', async () => {
    const { john } = await site.people('john');
    const thief = await site.signedIn(john);
    const foreign = await tokenOf(thief);
    const browser = await susan();

    const { status } = await site.raw('/', {
      method: 'POST',
      headers: {
        accept: 'text/html',
        'content-type': 'application/x-www-form-urlencoded',
        cookie: `session=${browser.cookie('session')}; csrf=${thief.cookie('csrf')}`,
      },
      body: `csrf_token=${foreign}&post=forged`,
    });

    expect(status).toBe(403);
    expect(await site.count('post')).toBe(0);
  });

  it('from before signing in is worthless after', async () => {
    const { susan: person } = await site.people('susan');
    const browser = site.browser();
    const before = await tokenOf(browser, '/auth/login');
    await browser.submit('/auth/login', '/auth/login', { username: 'susan', password: person.password });

    expect((await browser.post('/', { csrf_token: before, post: 'forged' })).status).toBe(403);
    expect(await tokenOf(browser)).not.toBe(before);
  });

  it('from before signing out is worthless after', async () => {
    const { susan: person } = await site.people('susan');
    const browser = await site.signedIn(person);
    const before = await tokenOf(browser);
    await browser.submit('/', '/auth/logout');
    await browser.submit('/auth/login', '/auth/login', { username: 'susan', password: person.password });

    expect((await browser.post('/', { csrf_token: before, post: 'forged' })).status).toBe(403);
  });

  it('stays the same while the session lasts, so that all tabs can be used', async () => {
    const browser = await susan();
    const open = await browser.fill('/', '/', { post: 'in the first tab' });

    await browser.get('/explore');
    await browser.submit('/', '/', { post: 'in the second tab' });

    expect((await browser.send(open)).status).toBe(303);
  });

  it('in the address is none', async () => {
    const browser = await susan();
    const token = await tokenOf(browser);

    expect((await browser.post(`/?csrf_token=${token}`, { post: 'forged' })).status).toBe(403);
  });

  it.each(['csrf_token=a&csrf_token=b', 'csrf_token[]=a', 'csrf_token[toString]=a', 'csrf_token=%00'])(
    'like %s is refused',
    async (body) => {
      const browser = await susan();
      await browser.get('/');

      expect((await browser.post('/', `${body}&post=forged`)).status).toBe(403);
    },
  );

  it.each(['j:{"a":1}', 'j:null', 'j:[]', '', '.', 'x'.repeat(3000)])('in a cookie like %s does no harm', async (value) => {
    const cookie = `csrf=${encodeURIComponent(value)}`;

    const page = await site.raw('/auth/login', { headers: { accept: 'text/html', cookie } });
    const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', cookie };
    const sent = await site.raw('/auth/login', { method: 'POST', headers: form, body: 'csrf_token=x' });

    expect([page.status, sent.status]).toEqual([200, 403]);
  });
});

describe('a form from elsewhere', () => {
  it.each([
    'https://evil.example',
    'http://127.0.0.1:1',
    'http://localhost',
    'null',
    'http://127.0.0.1.evil.example',
    'https://127.0.0.1',
    '',
  ])('is refused, whatever it carries: Origin %j', async (origin) => {
    const browser = await susan();
    const token = (await browser.get('/')).$('[name=csrf_token]').attr('value') ?? '';

    const answer = await browser.post('/', { csrf_token: token, post: 'forged' }, { Origin: origin });

    expect(answer.status).toBe(403);
    expect(formErrorOf(answer)).toBe(FOREIGN);
    expect(await site.count('post')).toBe(0);
  });

  it('is refused where the port alone differs', async () => {
    const browser = await susan();
    const { values } = await browser.fill('/', '/', { post: 'forged' });
    const { port } = new URL(site.app.url);

    const answer = await browser.post('/', values, { Origin: `http://127.0.0.1:${Number(port) - 1}` });

    expect(answer.status).toBe(403);
  });

  it('is accepted from a browser that does not tell, when the token is right', async () => {
    const browser = await susan();
    const { values } = await browser.fill('/', '/', { post: 'hello' });

    const { status } = await site.raw('/', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: `session=${browser.cookie('session')}; csrf=${browser.cookie('csrf')}`,
      },
      body: values.toString(),
    });

    expect(status).toBe(303);
  });

  it('is none when it comes from the address that the reader typed, which no other site can choose', async () => {
    const browser = await susan();
    const { values } = await browser.fill('/', '/', { post: 'hello' });
    const host = `localhost:${new URL(site.app.url).port}`;

    expect((await browser.post('/', values, { Host: host, Origin: 'http://localhost' })).status).toBe(403);
    expect((await browser.post('/', values, { Host: host, Origin: `http://${host}` })).status).toBe(303);
  });

  it('leaves no trace of the Host that it named', async () => {
    const browser = await susan();

    expect((await browser.get('/', { Host: 'evil.example' })).body).not.toContain('evil.example');
  });
});

describe('nothing changes by an address alone', () => {
  it.each([
    '/?post=hello',
    '/index?post=hello',
    '/edit_profile?username=mallory',
    '/auth/logout',
    '/settings/language?locale=es',
    '/settings/appearance?theme=dark',
    '/auth/login?username=susan&password=x',
  ])('%s', async (path) => {
    const browser = await susan();

    await browser.get(path);
    await site.raw(path, { method: 'HEAD', headers: { cookie: `session=${browser.cookie('session')}` } });

    const home = await browser.get('/');
    expect(home.$('h1').text()).toBe('Hi, susan!');
    expect(home.$('html').attr()).toMatchObject({ lang: 'en', 'data-theme': 'auto' });
    expect(flashOf(home)).toBe('');
    expect(await site.count('post')).toBe(0);
  });
});
