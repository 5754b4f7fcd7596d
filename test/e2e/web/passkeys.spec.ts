import { PasskeysRepository } from '../../../src/auth/passkeys/passkeys.repository';
import type { Person } from '../../factories/factories';
import type { BrowserSession } from '../../support/browser-session';
import { errorsOf, flashOf, formErrorOf, textOf } from './page';
import { MINUTE, useSite } from '../../support/site';

const site = useSite({ BASE_URL: 'http://localhost:3000' });
const PAGE = '/settings/passkeys';

async function options(browser: BrowserSession, page: string, path: string) {
  const token = (await browser.get(page)).$('[name=csrf_token]').first().attr('value') ?? '';
  const answer = await browser.post(path, {}, { 'x-csrf-token': token, accept: 'application/json' });
  return { status: answer.status, body: JSON.parse(answer.body) as Record<string, unknown> };
}

const add = (browser: BrowserSession, { password }: Person, answer: string) =>
  browser.submit(PAGE, PAGE, { name: 'Phone', current_password: password, answer });

// What comes back from a device is tested with a real browser in test/browser/passkeys.spec.ts.
const NONSENSE = [
  '',
  'nonsense',
  'null',
  '[]',
  '{}',
  '{"id":1}',
  '{"id":"x","response":{}}',
  '{"id":"x","rawId":"x","type":"public-key","response":{"clientDataJSON":"e30"}}',
];

describe('adding a passkey', () => {
  it('begins with a question, that names the site and not the person', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    const { status, body } = await options(browser, PAGE, `${PAGE}/options`);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: 'susan' },
      authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
    });
    const handle = (body['user'] as { id: string }).id;
    expect(Buffer.from(handle, 'base64url')).toHaveLength(32);
    expect((await options(browser, PAGE, `${PAGE}/options`)).body).toMatchObject({ user: { id: handle } });
    const { john } = await site.people('john');
    expect((await options(await site.signedIn(john), PAGE, `${PAGE}/options`)).body).not.toMatchObject({ user: { id: handle } });
  });

  it.each(NONSENSE)('is refused for the answer %j', async (nonsense) => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const answer = await add(browser, susan, nonsense);

    expect([answer.status, formErrorOf(answer)]).toEqual([422, 'This passkey was not accepted.']);
    expect(answer.$('#name').val()).toBe('Phone');
    expect(await site.count('passkey')).toBe(0);
  });

  it('needs the password, and to be signed in', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    expect(errorsOf(await add(browser, { ...susan, password: 'wrong' }, '{}'))).toEqual({
      current_password: 'This is not your current password.',
    });
    expect((await site.browser().get(PAGE)).location).toContain('/auth/login');
  });

  it('is removed by who knows the password', async () => {
    const { susan } = await site.people('susan');
    const path = `${PAGE}/${await aPasskeyOf(susan)}/remove`;
    const browser = await site.signedIn(susan);

    const refused = await browser.submit(path, path, { current_password: 'wrong' });
    expect([refused.status, errorsOf(refused)]).toEqual([422, { current_password: 'This is not your current password.' }]);
    expect(await site.count('passkey')).toBe(1);

    const { status, location } = await browser.submit(path, path, { current_password: susan.password });
    expect([status, location]).toEqual([303, PAGE]);
    expect(await site.count('passkey')).toBe(0);
  });

  it('is not undone by others', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const id = await aPasskeyOf(john);
    const browser = await site.signedIn(susan);
    const csrf_token = (await browser.get('/')).$('[name=csrf_token]').attr('value') ?? '';

    const fields = { csrf_token, current_password: susan.password };
    for (const name of [String(id), '0', 'x']) {
      expect((await browser.post(`${PAGE}/${name}/remove`, fields)).status).toBe(404);
      expect((await browser.get(`${PAGE}/${name}/remove`)).status).toBe(404);
    }
    expect(await site.count('passkey')).toBe(1);
  });
});

async function aPasskeyOf({ id: owner }: { readonly id: number }): Promise<number> {
  await site.rows(
    `INSERT INTO passkey (user_id, credential_id, public_key, name, created_at) VALUES (${owner}, 'x', 'x', 'Phone', '2026-01-01 00:00:00')`,
  );
  const [{ id }] = (await site.rows<{ id: number }>('SELECT id FROM passkey')) as [{ id: number }];
  return id;
}

describe('signing in by passkey', () => {
  it('begins with a question to nobody in particular', async () => {
    const asked = await site.count('passkey_challenge');
    const { status, body } = await options(site.browser(), '/auth/login', '/auth/passkey/options');

    expect(status).toBe(200);
    expect(body).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(body['allowCredentials'] ?? []).toEqual([]);
    expect(await site.count('passkey_challenge')).toBe(asked + 1);
  });

  it.each(NONSENSE)('is refused for the answer %j', async (answer) => {
    await site.people('susan');
    const browser = site.browser();

    const refused = await browser.submit('/auth/login', '/auth/passkey', { answer });

    expect(refused.location).toBe('/auth/login');
    expect(flashOf(await browser.follow(refused))).toBe('This passkey was not accepted.');
  });

  it('needs a form of ours', async () => {
    expect((await site.browser().post('/auth/passkey/options', {}, { accept: 'application/json' })).status).toBe(403);
    expect((await site.browser().post('/auth/passkey', { answer: '{}' })).status).toBe(303);
  });
});

describe('a question to a device', () => {
  const now = new Date();
  const soon = new Date(now.getTime() + MINUTE);

  it('is answered once, also by two who answer at once', async () => {
    const passkeys = site.app.get(PasskeysRepository);
    await passkeys.ask({ id: 'once', userId: null, expiresAt: soon });

    const answers = await Promise.all([1, 2, 3].map(() => passkeys.answer('once', null, now)));

    expect(answers.sort()).toEqual([false, false, true]);
    expect(await passkeys.answer('once', null, now)).toBe(false);
  });

  it('is answered by whom it was asked, and in time', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const passkeys = site.app.get(PasskeysRepository);
    await passkeys.ask({ id: 'hers', userId: susan.id, expiresAt: soon });
    await passkeys.ask({ id: 'late', userId: null, expiresAt: now });

    expect(await passkeys.answer('hers', john.id, now)).toBe(false);
    expect(await passkeys.answer('hers', null, now)).toBe(false);
    expect(await passkeys.answer('late', null, new Date(now.getTime() + 1))).toBe(false);
    expect(await passkeys.answer('never asked', null, now)).toBe(false);
    expect(await passkeys.answer('hers', susan.id, now)).toBe(true);
  });
});

describe('a site that is known by a number', () => {
  const numbered = useSite({ BASE_URL: 'http://127.0.0.1:3000' });

  it('offers no passkeys, and says why', async () => {
    const { susan } = await numbered.people('susan');
    const browser = await numbered.signedIn(susan);

    expect((await numbered.browser().get('/auth/login')).$('[data-passkey]')).toHaveLength(0);
    expect(textOf(await browser.get(PAGE))).toContain('Open this site by one, such as http://localhost:3000');
    expect((await options(browser, PAGE, `${PAGE}/options`)).status).toBe(404);
  });
});
