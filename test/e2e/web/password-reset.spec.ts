import { JwtService } from '@nestjs/jwt';
import { ApiTokensService } from '../../../src/auth/api-tokens.service';
import type { Person } from '../../factories/factories';
import { linkIn } from '../../support/mails';
import { MINUTE, useSite } from '../../support/site';

const site = useSite();
const REQUEST = '/auth/reset_password_request';
const NEW_PASSWORD = 'purple monkey dishwasher';

async function linkFor({ email }: Person): Promise<string> {
  await site.browser().submit(REQUEST, REQUEST, { email });
  await site.workOff();
  const [mail] = await site.mails();
  return linkIn(mail!, site.app.config.http.origin);
}

const resetBy = (link: string, password = NEW_PASSWORD) => site.browser().submit(link, link, { password, password2: password });

describe('a forgotten password', () => {
  it('is asked for by address, and answered alike whether or not it is known', async () => {
    await site.people('john');
    const answers = await Promise.all(
      ['JOHN@example.com', 'nobody@example.com'].map((email) => site.browser().submit(REQUEST, REQUEST, { email })),
    );

    for (const { status, location } of answers) expect({ status, location }).toEqual({ status: 303, location: '/auth/login' });
    expect(answers[0]!.headers['set-cookie']).toHaveLength(answers[1]!.headers['set-cookie']!.length);
    // The same work, too: a job each, and only then is it found out whose the address is.
    expect(await site.count('job')).toBe(2);
    await site.workOff();
    expect((await site.mails()).map(({ to }) => (to as { text: string }).text)).toEqual(['john@example.com']);
  });

  it('says so', async () => {
    const browser = site.browser();
    const { $ } = await browser.follow(await browser.submit(REQUEST, REQUEST, { email: 'john@example.com' }));

    expect($('.flash').text()).toContain('Check your email for the instructions to reset your password');
  });

  it('refuses what is no address, and keeps it', async () => {
    const { status, $ } = await site.browser().submit(REQUEST, REQUEST, { email: 'nothing' });

    expect(status).toBe(422);
    expect($('#email').val()).toBe('nothing');
    expect($('#email-errors').text()).toContain('Invalid email address.');
  });

  it('is mailed in two parts, to one reader, in the language of who asked', async () => {
    const { john } = await site.people('john');
    await site.browser('es').submit(REQUEST, REQUEST, { email: john.email });
    await site.browser('en').submit(REQUEST, REQUEST, { email: john.email });
    await site.workOff();
    const mails = await site.mails();
    const english = mails.find(({ subject }) => subject === '[Microblog] Reset Your Password')!;
    const spanish = mails.find((mail) => mail !== english)!;

    expect(english.text).toContain('Dear john,');
    expect(english.html).toContain(`<a href="${linkIn(english, site.app.config.http.origin) && site.app.config.http.origin}`);
    expect(spanish.subject).toBe('[Microblog] Restablece tu contraseña');
    expect(spanish.text).toContain('Hola, john:');
    expect(english.messageId).not.toBe(spanish.messageId);
  });

  it('is mailed in the language of the account, when it has one', async () => {
    const { john } = await site.people('john');
    const browser = await site.signedIn(john);
    await browser.submit('/settings/language', '.form', { locale: 'es' });

    await site.browser('en').submit(REQUEST, REQUEST, { email: john.email });
    await site.workOff();

    expect((await site.mails())[0]!.subject).toBe('[Microblog] Restablece tu contraseña');
  });

  it('leads to a new password, which ends all that the old one had opened', async () => {
    const { john } = await site.people('john');
    const elsewhere = await site.signedIn(john, { remember: true });
    const { token } = await site.app.get(ApiTokensService).issue(john.id);

    const { location } = await resetBy(await linkFor(john));

    expect(location).toBe('/auth/login');
    for (const browser of [elsewhere, elsewhere.restarted()]) expect((await browser.get('/')).status).toBe(302);
    expect((await site.raw('/api/users/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
    await expect(site.signedIn(john)).rejects.toThrow();
    await site.signedIn({ ...john, password: NEW_PASSWORD });
    await site.workOff();
    const [told] = await site.mails();
    expect(told!.subject).toBe('[Microblog] Your password was changed');
  });

  it('changes nothing by following the link', async () => {
    const { john } = await site.people('john');
    const link = await linkFor(john);

    for (let i = 0; i < 3; i++) expect((await site.browser().get(link)).status).toBe(200);

    await site.signedIn(john);
  });

  it('is replaced once by one link, also by two who use it at once', async () => {
    const { john } = await site.people('john');
    const link = await linkFor(john);
    const forms = await Promise.all(
      ['first of two passwords', 'second of two passwords'].map(async (password) => {
        const browser = site.browser();
        return { browser, form: await browser.fill(link, link, { password, password2: password }) };
      }),
    );

    const answers = await Promise.all(forms.map(({ browser, form }) => browser.send(form)));

    expect(answers.map(({ location }) => location).sort()).toEqual(['/', '/auth/login']);
    expect(await resetUnlessRefused(link)).toBe('/');
  });

  it('keeps the link when the new password does not do', async () => {
    const { john } = await site.people('john');
    const link = await linkFor(john);

    const { status, $ } = await site.browser().submit(link, link, { password: 'short', password2: 'other' });

    expect(status).toBe(422);
    expect($('.invalid-feedback')).toHaveLength(2);
    expect((await resetBy(link)).location).toBe('/auth/login');
  });

  it('is sent home when signed in', async () => {
    const { john } = await site.people('john');
    const link = await linkFor(john);
    const browser = await site.signedIn(john);

    for (const path of [REQUEST, link]) expect((await browser.get(path)).location).toBe('/');
  });
});

const resetUnlessRefused = async (link: string): Promise<string | undefined> => (await site.browser().get(link)).location;

describe('a link to a new password', () => {
  const token = (claims: object, options: object = {}): string =>
    site.app.get(JwtService).sign(claims, { audience: 'reset', expiresIn: 600, ...options });

  it('counts for ten minutes', async () => {
    const { john } = await site.people('john');
    const link = await linkFor(john);
    const now = jest.spyOn(Date, 'now');
    try {
      now.mockReturnValue(Date.now() + 10 * MINUTE + 1000);
      expect(await resetUnlessRefused(link)).toBe('/');
    } finally {
      now.mockRestore();
    }
    expect(await resetUnlessRefused(link)).toBeUndefined();
  });

  it('says that it does not count', async () => {
    const browser = site.browser();
    const home = await browser.follow(await browser.get('/auth/reset_password/nonsense'));
    const { $ } = await browser.follow(home);

    expect($('.flash').text()).toContain('This link no longer works.');
    expect($('.flash a').attr('href')).toBe(REQUEST);
  });

  it('does not count when it is of another kind, another key, another algorithm, or about nobody', async () => {
    const { john } = await site.people('john');
    const [header, payload, signature] = (await linkFor(john)).split('/').at(-1)!.split('.') as [string, string, string];
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string; was: string };
    const { sub, was } = claims;
    const forged = [
      `${none}.${payload}.`,
      `${none}.${payload}.${signature}`,
      `${header}.${Buffer.from(JSON.stringify({ ...claims, sub: '0' })).toString('base64url')}.${signature}`,
      token({ sub, was }, { audience: 'session' }),
      token({ sub, was }, { audience: 'api' }),
      token({ sub, was }, { algorithm: 'HS512' }),
      new JwtService({ secret: 'another key' }).sign({ sub, was }, { audience: 'reset', expiresIn: 600 }),
      token({ sub: '999999', was }),
      token({ sub, was: 'another state' }),
    ];

    for (const one of forged)
      expect({ one, location: await resetUnlessRefused(`/auth/reset_password/${one}`) }).toEqual({ one, location: '/' });
    expect(await resetUnlessRefused(`/auth/reset_password/${token({ sub, was })}`)).toBeUndefined();
  });

  it('does not count any more when the address has changed, or the account is gone', async () => {
    const { john, susan } = await site.people('john', 'susan');
    const [johns, susans] = [await linkFor(john), await linkFor(susan)];
    await site.rows(`UPDATE \`user\` SET email = 'new@example.com', email_key = 'new@example.com' WHERE id = ${john.id}`);
    await site.rows(`DELETE FROM \`user\` WHERE id = ${susan.id}`);

    expect(await resetUnlessRefused(johns)).toBe('/');
    expect(await resetUnlessRefused(susans)).toBe('/');
  });
});
