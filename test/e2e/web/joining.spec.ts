import { PASSWORD } from '../../factories/factories';
import type { Fields, PageAnswer } from '../../support/browser-session';
import { errorsOf, flashOf, textOf, textsOf, valuesOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

const SUSAN = { username: 'susan', email: 'susan@example.com', password: PASSWORD, password2: PASSWORD };
const REQUIRED = 'This field is required.';

const join = (fields: Fields, browser = site.browser()): Promise<PageAnswer> =>
  browser.submit('/auth/register', '/auth/register', fields);

async function expectRefused(answer: PageAnswer, errors: Record<string, unknown>): Promise<void> {
  expect(errorsOf(answer)).toEqual(errors);
  expect(answer.status).toBe(422);
  expect(await site.count('user')).toBe(0);
}

describe('joining', () => {
  it('begins with a form that labels its fields and waits in the first', async () => {
    const { $, status } = await site.browser().get('/auth/register');

    expect(status).toBe(200);
    expect($('title').text()).toBe('Register - Microblog');
    const labels = ['username', 'email', 'password', 'password2'].map((name) => $(`label[for=${name}]`).text());
    expect(labels).toEqual(['Username', 'Email', 'Password', 'Repeat password']);
    expect($('[autofocus]').attr('name')).toBe('username');
    expect($('.form-control')).toHaveLength(4);
  });

  it('makes an account, says so once, and lets its owner sign in', async () => {
    const browser = site.browser();

    const joined = await join(SUSAN, browser);

    expect([joined.status, joined.location]).toEqual([303, '/auth/login']);
    const login = await browser.follow(joined);
    expect(textsOf(login, '.flash')).toEqual([
      'Congratulations, you are now a registered user!',
      'We have sent a mail to susan@example.com. Follow the link in it.',
    ]);
    expect(valuesOf(login)).toMatchObject({ username: 'susan', password: '' });
    expect(login.$('[autofocus]').attr('name')).toBe('password');
    const again = await browser.get('/auth/login');
    expect([flashOf(again), valuesOf(again)['username']]).toEqual(['', '']);
    const { status } = await browser.submit('/auth/login', '/auth/login', { username: 'susan', password: PASSWORD });
    expect(status).toBe(303);
  });

  it('asks for every field, and marks each that is empty', async () => {
    const answer = await join({ username: '', email: '  ', password: '', password2: '' });

    await expectRefused(answer, { username: REQUIRED, email: REQUIRED, password: REQUIRED, password2: REQUIRED });
    expect(answer.$('.is-invalid')).toHaveLength(4);
    expect(answer.$('[autofocus]').attr('name')).toBe('username');
    expect(answer.$('#email').attr('aria-describedby')).toContain('email-errors');
  });

  it('keeps what was typed, but never a password, and waits in the first field that is wrong', async () => {
    const answer = await join({ ...SUSAN, email: 'not an address', password2: 'something else' });

    await expectRefused(answer, { email: 'Invalid email address.', password2: 'Field must be equal to password.' });
    expect(valuesOf(answer)).toEqual({ username: 'susan', email: 'not an address', password: '', password2: '' });
    expect(answer.body).not.toContain(PASSWORD);
    expect(answer.$('[autofocus]').attr('name')).toBe('email');
  });

  it.each([['susan'], ['SUSAN']])('tells of a taken name and a taken address at once, spelled %s', async (username) => {
    await site.people('susan');

    const answer = await join({ ...SUSAN, username, email: `${username}@Example.com` });

    expect(answer.status).toBe(422);
    expect(errorsOf(answer)).toEqual({
      username: 'Please use a different username.',
      email: 'Please use a different email address.',
    });
    expect(await site.count('user')).toBe(1);
  });

  it.each(['..', '.', 'a/b', '-susan', '_susan', 'su san', 'ñandú', 'susаn', '🐦', 'su\u200bsan', '%2e%2e', '<b>', "su'san"])(
    'refuses the name %j',
    async (username) => {
      const problem = 'Use letters, digits, dots, dashes and underscores, and begin with a letter or a digit.';

      const answer = await join({ ...SUSAN, username });

      await expectRefused(answer, { username: problem });
      expect(valuesOf(answer).username).toBe(username);
    },
  );

  it.each(['a', '7', 'J.R-R_7', 'x'.repeat(64)])('takes the name %j, and shows its page', async (username) => {
    expect((await join({ ...SUSAN, username })).status).toBe(303);

    const browser = site.browser();
    await browser.submit('/auth/login', '/auth/login', { username, password: PASSWORD });
    expect((await browser.get(`/user/${username}`)).status).toBe(200);
  });

  it('refuses a name of more than 64 characters and an address of more than 120', async () => {
    const answer = await join({ ...SUSAN, username: 'x'.repeat(65), email: `susan@${'a'.repeat(60)}.${'b'.repeat(60)}.com` });

    await expectRefused(answer, {
      username: 'Field must be between 1 and 64 characters long.',
      email: 'Field must be between 1 and 120 characters long.',
    });
  });

  it.each(['susan', 'susan@', '@example.com', 'susan@example', 'susan@example.com\r\nBcc: all@example.com', 'a@b@example.com'])(
    'refuses the address %j',
    async (email) => {
      await expectRefused(await join({ ...SUSAN, email }), { email: 'Invalid email address.' });
    },
  );

  it('takes an address that grows in lower case, and knows it again', async () => {
    const email = `${'İ'.repeat(32)}@${'İ'.repeat(60)}.example.com`;

    expect((await join({ ...SUSAN, email })).status).toBe(303);

    expect(errorsOf(await join({ ...SUSAN, username: 'john', email }))).toEqual({
      email: 'Please use a different email address.',
    });
  });

  it('wants eight characters of a password', async () => {
    const short = await join({ ...SUSAN, password: 'sevenup', password2: 'sevenup' });

    await expectRefused(short, { password: 'Field must be between 8 and 256 characters long.' });
    expect((await join({ ...SUSAN, password: '🐦🐦🐦🐦🐦🐦🐦🐧', password2: '🐦🐦🐦🐦🐦🐦🐦🐧' })).status).toBe(303);
  });

  it.each(['password', 'PassWord1', '12345678', 'qwertyuiop', 'susan.keats', 'SUSAN@example.com'])(
    'refuses the password %s, which is guessed first',
    async (password) => {
      const answer = await join({ username: 'Susan.Keats', email: SUSAN.email, password, password2: password });

      await expectRefused(answer, {
        password: 'This password is among the first that are guessed. A few words of your own make a better one.',
      });
    },
  );

  it.each([
    ['its 73rd character', 'x'.repeat(72) + 'y', 'x'.repeat(72) + 'z'],
    ['a NUL', 'before\0after', 'before\0later'],
    ['a blank at its end', 'eight chars ', 'eight chars'],
  ])('does not cut a password at %s', async (_, password, other) => {
    await join({ ...SUSAN, password, password2: password });
    const signIn = async (typed: string): Promise<number> =>
      (await site.browser().submit('/auth/login', '/auth/login', { username: 'susan', password: typed })).status;

    expect(await signIn(other)).toBe(422);
    expect(await signIn(password)).toBe(303);
  });

  it('takes no field that the form has not', async () => {
    const browser = site.browser();
    const { path, values } = await browser.fill('/auth/register', '/auth/register', SUSAN);
    const extra = { id: '99', role: 'admin', posts_count: '7', postsCount: '7', password_hash: 'x', username_key: 'john' };

    await browser.post(path, new URLSearchParams([...values, ...Object.entries(extra)]));

    const [row] = await site.rows<Record<string, unknown>>('SELECT * FROM `user`');
    expect(row).toMatchObject({ role: 'user', posts_count: 0, username_key: 'susan' });
    expect(Number(row?.id)).not.toBe(99);
    expect(row?.password_hash).toMatch(/^\$argon2id\$/);
  });

  it('is not for those who are signed in', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    expect(await browser.get('/auth/register')).toMatchObject({ status: 303, location: '/' });
    const sent = await browser.post('/auth/register', { ...SUSAN, username: 'john', email: 'john@example.com' });
    expect([sent.status, sent.location, await site.count('user')]).toEqual([303, '/', 1]);
  });

  it('speaks the reader’s language', async () => {
    const browser = site.browser('es');

    const answer = await join({ ...SUSAN, username: '', email: 'x', password: 'corta', password2: 'larga' }, browser);

    expect(answer.$('html').attr('lang')).toBe('es');
    expect(errorsOf(answer)).toEqual({
      username: 'Este campo es obligatorio.',
      email: 'Dirección de correo no válida.',
      password: 'El campo debe tener entre 8 y 256 caracteres.',
      password2: 'El campo debe ser igual que la contraseña.',
    });
  });
});

describe('where joining is closed', () => {
  const closed = useSite({ REGISTRATION: 'closed' });

  it('says so, hides the links and makes no account', async () => {
    const browser = closed.browser();
    const page = await browser.get('/auth/login');
    const token = page.$('[name=csrf_token]').attr('value') ?? '';

    expect(page.$('a[href="/auth/register"]')).toHaveLength(0);
    const answers = [await browser.get('/auth/register'), await browser.post('/auth/register', { ...SUSAN, csrf_token: token })];
    for (const answer of answers) {
      expect(answer.status).toBe(403);
      expect(textOf(answer)).toContain('This site takes no new members at the moment.');
    }
    expect(await closed.count('user')).toBe(0);
  });

  it('tells nobody who has an account, neither by page nor by API', async () => {
    await closed.people('susan');
    const browser = closed.browser();
    const token = (await browser.get('/auth/login')).$('[name=csrf_token]').attr('value') ?? '';

    const page = await browser.post('/auth/register', { ...SUSAN, username: '', csrf_token: token });
    const json = await closed.raw('/api/users', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...SUSAN, username: '' }),
    });

    expect([page.status, json.status]).toEqual([403, 403]);
    expect(page.body + json.body).not.toContain('different email address');
  });
});
