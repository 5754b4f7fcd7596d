import { PASSWORD, type Person } from '../../factories/factories';
import { PasswordsService } from '../../../src/users/passwords.service';
import { formErrorOf, valuesOf } from './page';
import { useSite } from '../../support/site';

const site = useSite({ TRUST_PROXY: '1' });
const LOGIN = '/auth/login';

/** From so many addresses that only the account can be what is limited. */
let addresses = 0;
const fromElsewhere = (): Record<string, string> => ({ 'x-forwarded-for': `192.0.2.${++addresses % 250}` });

const byApi = (username: string, password: string, headers = fromElsewhere(), path = '/api/tokens') =>
  site.raw(path, {
    method: 'POST',
    headers: { ...headers, authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
  });

async function byPage(username: string, password: string, headers = fromElsewhere(), browser = site.browser()) {
  const { path, values } = await browser.fill(LOGIN, 'main form', { username, password });
  return browser.post(path, values, headers);
}

const statuses = (answers: readonly { readonly status: number }[]): Record<number, number> =>
  answers.reduce<Record<number, number>>((counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }), {});

const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

describe('guessing the password of an account', () => {
  it('ends after 25 tries, by page and by API together, however the name is spelled', async () => {
    const { susan } = await site.people('susan');
    const spellings = ['susan', 'SUSAN', 'Susan', 'ｓｕｓａｎ'];
    const pages = await times(12, (i) => byPage(` ${spellings[i % 3]} `, 'wrong'));
    const calls = await times(13, (i) =>
      byApi(spellings[i % 4]!, 'wrong', fromElsewhere(), i % 2 ? '/api/tokens' : '/API/tokens/'),
    );

    expect(statuses(pages)).toEqual({ 422: 12 });
    expect(statuses(calls)).toEqual({ 401: 13 });
    const [page, call] = [await byPage('susan', susan.password), await byApi('susan', susan.password)];

    for (const { status, headers } of [page, call]) {
      expect(status).toBe(429);
      expect(Number(headers['retry-after'])).toBeGreaterThan(200);
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(300);
    }
    expect([formErrorOf(page), valuesOf(page)['username']]).toEqual(['That was too often. Try again in 5 minutes.', 'susan']);
    expect(JSON.parse(call.body)).toMatchObject({ status: 429, detail: 'That was too often. Try again in 5 minutes.' });
    // Others are not concerned.
    const { john } = await site.people('john');
    expect((await byApi('john', john.password)).status).toBe(200);
  });

  it('is the same for a name that nobody has', async () => {
    expect(statuses(await times(26, () => byApi('nobody', 'wrong')))).toEqual({ 401: 25, 429: 1 });
  });

  it('lets no more through when all come at once', async () => {
    await site.people('susan');
    const checked = jest.spyOn(site.app.get(PasswordsService), 'matches');

    const answers = await times(60, () => byApi('susan', 'wrong'));

    expect(statuses(answers)).toEqual({ 401: 25, 429: 35 });
    expect(checked).toHaveBeenCalledTimes(25);
    checked.mockRestore();
  });

  it('begins anew when the right one is found', async () => {
    const { susan } = await site.people('susan');
    await times(24, () => byApi('susan', 'wrong'));
    expect((await byApi('susan', susan.password)).status).toBe(200);

    expect(statuses(await times(25, () => byApi('susan', 'wrong')))).toEqual({ 401: 25 });
  });

  it('counts when somebody in an open browser tries to find it out, too', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const path = '/settings/account/password';
    const form = await browser.fill(path, path, {
      current_password: 'wrong',
      password: 'purple monkey',
      password2: 'purple monkey',
    });

    const answers = await times(26, () => browser.post(path, form.values, fromElsewhere()));

    expect(statuses(answers)).toEqual({ 422: 25, 429: 1 });
  });
});

describe('guessing from one address', () => {
  it('ends after 40 tries for any accounts, and right ones do not count', async () => {
    const { susan } = await site.people('susan');
    const here = { 'x-forwarded-for': '198.51.100.7' };
    await times(20, () => byApi('susan', susan.password, here));

    expect(statuses(await times(41, (i) => byApi(`guess${i}`, 'wrong', here)))).toEqual({ 401: 40, 429: 1 });
    expect((await byApi('susan', susan.password, { 'x-forwarded-for': '198.51.100.8' })).status).toBe(200);
  });

  it('takes a whole network of IPv6 for one', async () => {
    const from = (i: number) => ({ 'x-forwarded-for': `2001:db8:1:2::${i.toString(16)}` });

    expect(statuses(await times(41, (i) => byApi(`guess${i}`, 'wrong', from(i))))).toEqual({ 401: 40, 429: 1 });
  });

  it('cannot be had by a header that nobody vouches for', async () => {
    const forged = (i: number) => ({ 'x-forwarded-for': `203.0.113.${i}, 198.51.100.9` });

    expect(statuses(await times(41, (i) => byApi(`guess${i}`, 'wrong', forged(i))))).toEqual({ 401: 40, 429: 1 });
  });
});

describe('joining', () => {
  it('is limited to 30 accounts an hour from one address, by page and API', async () => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.10' };
    const join = (i: number) =>
      site.raw('/api/users', {
        method: 'POST',
        headers,
        body: JSON.stringify({ username: `user${i}`, email: `user${i}@example.com`, password: PASSWORD }),
      });

    expect(statuses(await times(31, join))).toEqual({ 201: 30, 429: 1 });
  });

  it('tells nobody without end who has an account: each try counts, right or wrong', async () => {
    const { susan } = await site.people('susan');
    const from = { 'x-forwarded-for': '198.51.100.11' };
    const body = JSON.stringify({ username: '', email: susan.email, password: '' });
    const headers = { ...from, 'content-type': 'application/json' };
    const calls = await times(60, () => site.raw('/api/users', { method: 'POST', headers, body }));
    const pages = await times(41, () => site.browser().post('/auth/register', { email: susan.email }, from));

    expect(statuses(calls)).toEqual({ 400: 60 });
    expect(statuses(pages)).toEqual({ 403: 40, 429: 1 });
  });
});

describe('mails that anybody may cause', () => {
  it('are ten an hour to one address at most, and nobody learns of it', async () => {
    await site.people('john');
    const path = '/auth/reset_password_request';
    const ask = async () => {
      const browser = site.browser();
      const { values } = await browser.fill(path, path, { email: 'John@example.com' });
      return browser.post(path, values, fromElsewhere());
    };

    expect(statuses(await times(12, ask))).toEqual({ 303: 12 });
    await site.workOff();
    expect(await site.mails()).toHaveLength(10);
  });
});

describe('a hash that the Flask original wrote', () => {
  const SCRYPT =
    'scrypt:32768:8:1$Xq3vT8zN1xWc5yR7$64d76e47e2f1565dd5c2e0f295de993e1395cf6daa03baf5a03294d0a8c05a9e8e99db02901f03afbc0a8f7aca0b5667a888ae5d9f734ecd6e6d0a369ebcb904';
  const PBKDF2 = 'pbkdf2:sha256:1000$b0pJ2mH6gF4dS9aK$9600eb9979b85c7b2bf120d18633508c3d24d0b6d7c4517392762d5243ffada3';
  const WEAK = '$argon2id$v=19$m=8,t=1,p=1$';
  const give = ({ id }: Person, hash: string) => site.rows(`UPDATE \`user\` SET password_hash = '${hash}' WHERE id = ${id}`);
  const hashOf = async ({ id }: Person): Promise<string> =>
    (await site.rows<{ password_hash: string }>(`SELECT password_hash FROM \`user\` WHERE id = ${id}`))[0]!.password_hash;

  it.each([SCRYPT, PBKDF2])('opens the account, and is replaced by one of today', async (hash) => {
    const { susan } = await site.people('susan');
    await give(susan, hash);
    const wrong = await byPage('susan', 'wrong');
    expect([wrong.status, formErrorOf(wrong)]).toEqual([422, 'Invalid username or password']);
    expect(await hashOf(susan)).toBe(hash);

    await site.signedIn(susan);

    expect(await hashOf(susan)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await site.signedIn(susan);
  });

  it('is replaced when a program comes first, and ends no session', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    await give(susan, PBKDF2);

    expect((await byApi('susan', susan.password)).status).toBe(200);

    expect(await hashOf(susan)).toContain('$argon2id$');
    expect((await browser.get('/')).status).toBe(200);
  });

  it('is outdated when it is ours but cheaper', () => {
    const passwords = site.app.get(PasswordsService);
    expect([`${WEAK}c2FsdHNhbHQ$aGFzaA`, SCRYPT, 'x'].map((hash) => passwords.isOutdated(hash))).toEqual([true, true, true]);
    expect(passwords.isOutdated('$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA')).toBe(false);
  });
});
