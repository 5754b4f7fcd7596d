import { JwtService } from '@nestjs/jwt';
import { ApiTokensService } from '../../../src/auth/api-tokens.service';
import { Transaction } from '../../../src/database/transaction';
import { Throttles } from '../../../src/throttling/throttles.service';
import { linkIn } from '../../support/mails';
import { errorsOf, flashOf, textOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

const EMAIL = '/settings/account/email';
const PASSWORD = '/settings/account/password';
const NEW_PASSWORD = 'purple monkey dishwasher';
const joining = { username: 'susan', email: 'susan@example.com', password: NEW_PASSWORD, password2: NEW_PASSWORD };

const addressOf = async (username: string): Promise<{ email: string; isConfirmed: boolean }> => {
  const [row] = await site.rows<{ email: string; email_confirmed_at: unknown }>(
    `SELECT email, email_confirmed_at FROM \`user\` WHERE username_key = '${username}'`,
  );
  return { email: row!.email, isConfirmed: row!.email_confirmed_at !== null };
};

/** The subjects of the mails that go out now, by who gets them. */
async function mailed() {
  await site.workOff();
  return Object.fromEntries(
    (await site.mails()).map((mail) => [(mail.to as { text: string }).text, { subject: mail.subject, mail }]),
  );
}

const linkTo = async (address: string): Promise<string> => linkIn((await mailed())[address]!.mail, site.app.config.http.origin);

describe('the address of a new account', () => {
  it('is asked whether it is right, by a page and by a program alike; the account works before', async () => {
    await site.browser('es').submit('/auth/register', '/auth/register', joining);
    const body = JSON.stringify({ username: 'john', email: 'john@example.com', password: NEW_PASSWORD });
    await site.raw('/api/users', { method: 'POST', headers: { 'content-type': 'application/json' }, body });

    const mails = await mailed();
    expect(mails['susan@example.com']!.subject).toBe('[Microblog] Confirma tu correo electrónico');
    expect(mails['john@example.com']!.subject).toBe('[Microblog] Confirm your email address');
    const browser = await site.signedIn({ id: 0, ...joining });
    const home = await browser.get('/');
    expect(textOf(home)).toContain('Please confirm your email address susan@example.com');
    expect((await browser.submit('/', '/', { post: 'hello' })).status).toBe(303);
  });

  it('is confirmed by the link, in any browser, and not by following it alone', async () => {
    await site.browser().submit('/auth/register', '/auth/register', joining);
    const link = await linkTo('susan@example.com');
    const browser = site.browser();

    await browser.get(link);
    expect((await addressOf('susan')).isConfirmed).toBe(false);
    const { location } = await browser.submit(link, link);

    expect(location).toBe('/');
    expect((await addressOf('susan')).isConfirmed).toBe(true);
    // Twice is harmless.
    expect((await browser.submit(link, link)).location).toBe('/');
    const home = await (await site.signedIn({ id: 0, ...joining })).get('/');
    expect(textOf(home)).not.toContain('Please confirm');
  });

  it('is asked again when its owner wants that', async () => {
    await site.browser().submit('/auth/register', '/auth/register', joining);
    await mailed();
    const browser = await site.signedIn({ id: 0, ...joining });

    const answer = await browser.submit('/', '/auth/confirm_email');

    expect(flashOf(await browser.follow(answer))).toContain('We have sent a mail to susan@example.com.');
    expect(Object.keys(await mailed())).toEqual(['susan@example.com']);
  });

  it.each(['nonsense', 'of another purpose'])('is not confirmed by a token that is %s', async (kind) => {
    const { susan } = await site.people('susan');
    const claims = { sub: String(susan.id), email: susan.email };
    const token = kind === 'nonsense' ? kind : site.app.get(JwtService).sign(claims, { audience: 'reset' });

    expect((await site.browser().get(`/auth/confirm_email/${token}`)).location).toBe('/');
  });
});

describe('another address', () => {
  it('counts when it is confirmed, and the old one is told', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    const asked = await browser.submit(EMAIL, EMAIL, { email: 'new@example.com', current_password: susan.password });

    expect(asked.location).toBe('/settings/account');
    expect(textOf(await browser.get('/settings/account'))).toContain('You asked to change your address to new@example.com.');
    expect((await addressOf('susan')).email).toBe(susan.email);
    const mails = await mailed();
    expect(mails[susan.email]!.subject).toBe('[Microblog] Your email address is being changed');
    expect(mails[susan.email]!.mail.text).toContain('new@example.com');
    const link = linkIn(mails['new@example.com']!.mail, site.app.config.http.origin);
    await browser.submit(link, link);
    expect(await addressOf('susan')).toEqual({ email: 'new@example.com', isConfirmed: true });
    expect(await site.count('email_change')).toBe(0);
  });

  it('is confirmed by its owner alone, who must be signed in', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);
    await browser.submit(EMAIL, EMAIL, { email: 'new@example.com', current_password: susan.password });
    const link = await linkTo('new@example.com');

    for (const other of [site.browser(), await site.signedIn(john)]) {
      expect((await other.get(link)).location).toContain('/auth/login');
      const token = (await browser.get(link)).$('[name=csrf_token]').attr('value')!;
      await other.post(link, { csrf_token: token });
    }
    expect((await addressOf('susan')).email).toBe(susan.email);
    await browser.submit(link, link);
    expect((await addressOf('susan')).email).toBe('new@example.com');
  });

  it('is forgotten when its owner thinks better of it, or wishes for yet another one', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const wish = async (email: string): Promise<string> => {
      await browser.submit(EMAIL, EMAIL, { email, current_password: susan.password });
      return linkTo(email);
    };
    const [first, second] = [await wish('first@example.com'), await wish('second@example.com')];

    expect((await browser.get(first)).location).toBe('/');
    await browser.submit('/settings/account', `${EMAIL}/keep`);
    expect((await browser.get(second)).location).toBe('/');
    expect((await addressOf('susan')).email).toBe(susan.email);
  });

  it('stays wished for when the present one is confirmed by a link that was sent before', async () => {
    await site.browser().submit('/auth/register', '/auth/register', joining);
    const present = await linkTo('susan@example.com');
    const browser = await site.signedIn({ id: 0, ...joining });
    await browser.submit(EMAIL, EMAIL, { email: 'new@example.com', current_password: joining.password });
    const wished = await linkTo('new@example.com');

    await browser.submit(present, present);
    await browser.submit(wished, wished);

    expect(await addressOf('susan')).toEqual({ email: 'new@example.com', isConfirmed: true });
  });

  it('is refused when somebody has it, then or when it is confirmed', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);
    const taken = await browser.submit(EMAIL, EMAIL, { email: john.email, current_password: susan.password });
    expect(errorsOf(taken)).toEqual({ email: 'Please use a different email address.' });

    await browser.submit(EMAIL, EMAIL, { email: 'new@example.com', current_password: susan.password });
    const link = await linkTo('new@example.com');
    await site.rows(`UPDATE \`user\` SET email = 'new@example.com', email_key = 'new@example.com' WHERE id = ${john.id}`);

    expect((await browser.submit(link, link)).status).toBe(400);
    expect((await addressOf('susan')).email).toBe(susan.email);
  });

  it('needs the password', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    const answer = await browser.submit(EMAIL, EMAIL, { email: 'new@example.com', current_password: 'wrong' });

    expect(answer.status).toBe(422);
    expect(errorsOf(answer)).toEqual({ current_password: 'This is not your current password.' });
    expect(answer.$('#email').val()).toBe('new@example.com');
    expect(await site.count('email_change')).toBe(0);
  });

  it('is counted outside of any transaction: what counts may be slow, and a transaction holds up others', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const { token } = await site.app.get(ApiTokensService).issue(susan.id);
    const transaction = site.app.get(Transaction);
    const inTransaction: boolean[] = [];
    const throttles = site.app.get(Throttles);
    const take = throttles.take.bind(throttles);
    const spy = jest.spyOn(throttles, 'take').mockImplementation((...args) => {
      inTransaction.push(transaction.runner !== undefined);
      return take(...args);
    });
    try {
      await browser.submit(EMAIL, EMAIL, { email: 'new@example.com', current_password: susan.password });
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      await site.raw('/api/users/me', { method: 'PUT', headers, body: JSON.stringify({ email: 'newer@example.com' }) });
    } finally {
      spy.mockRestore();
    }

    expect(await site.count('email_change')).toBe(1);
    expect(inTransaction.length).toBeGreaterThanOrEqual(4);
    expect(inTransaction).not.toContain(true);
  });

  it('waits for its confirmation, too, when a program asks for it', async () => {
    const { susan } = await site.people('susan');
    const { token } = await site.app.get(ApiTokensService).issue(susan.id);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

    const body = JSON.stringify({ email: 'new@example.com' });
    const { status } = await site.raw('/api/users/me', { method: 'PUT', headers, body });

    expect(status).toBe(200);
    expect((await addressOf('susan')).email).toBe(susan.email);
    expect(Object.keys(await mailed()).sort()).toEqual(['new@example.com', 'susan@example.com']);
  });
});

describe('another password', () => {
  const change = { password: NEW_PASSWORD, password2: NEW_PASSWORD };

  it('ends everything else, and keeps this browser, with another session', async () => {
    const { susan } = await site.people('susan');
    const [browser, other] = [await site.signedIn(susan), await site.signedIn(susan, { remember: true })];
    const { token } = await site.app.get(ApiTokensService).issue(susan.id);
    const [session, csrf] = [browser.cookie('session'), browser.cookie('csrf')];

    const answer = await browser.submit(PASSWORD, PASSWORD, { ...change, current_password: susan.password });

    const page = await browser.follow(answer);
    expect(flashOf(page)).toBe('Your password has been changed.');
    expect(browser.cookie('session')).not.toBe(session);
    expect(browser.cookie('csrf')).not.toBe(csrf);
    for (const gone of [other, other.restarted()]) expect((await gone.get('/')).status).toBe(302);
    expect((await site.raw('/api/users/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
    expect((await mailed())[susan.email]!.subject).toBe('[Microblog] Your password was changed');
    await site.signedIn({ ...susan, password: NEW_PASSWORD });
  });

  it('needs the old one, and must do', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    const wrong = await browser.submit(PASSWORD, PASSWORD, { ...change, current_password: 'wrong' });
    const short = await browser.submit(PASSWORD, PASSWORD, { password: 'x', password2: 'y', current_password: susan.password });

    expect([wrong.status, short.status]).toEqual([422, 422]);
    expect(errorsOf(wrong)).toEqual({ current_password: 'This is not your current password.' });
    expect(Object.keys(errorsOf(short))).toEqual(['password', 'password2']);
    expect(await site.count('job')).toBe(0);
    await site.signedIn(susan);
  });
});
