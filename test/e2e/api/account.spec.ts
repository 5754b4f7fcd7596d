import { AccountService, type Proof } from '../../../src/auth/account/account.service';
import { DataSource } from 'typeorm';
import { Passkey } from '../../../src/auth/passkeys/passkey.entity';
import { SecondStepService } from '../../../src/auth/two-step/second-step.service';
import { Clock } from '../../../src/common/clock';
import type { User } from '../../../src/users/user.entity';
import type { Person } from '../../factories/factories';
import { codeAt } from '../../support/authenticator';
import { linkIn } from '../../support/mails';
import { DAY, MINUTE, useSite } from '../../support/site';
import { type ApiClient, basic, bearer, useApi } from './api-client';

const site = useSite();
const api = useApi(site);

const signsIn = async (username: string, password: string, headers = {}): Promise<number> =>
  (await api.anonymous.with({ ...basic(username, password), ...headers }).post('/api/tokens')).status;

const codeOf = (secret: string): string => codeAt(site.app.get(Clock).now(), secret);

describe('/api/account', () => {
  it('changes the address once its owner has confirmed it, or keeps it', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);
    const { body: before } = await client.get('/api/account');
    const wish = (email: string) => client.put('/api/account/email', { email, current_password: susan.password });

    expect((await wish('other@example.com')).status).toBe(204);
    expect((await client.get('/api/account')).body).toEqual({ ...before, wished_email: 'other@example.com' });
    expect((await client.delete('/api/account/wished_email')).status).toBe(204);
    expect((await client.get('/api/account')).body).toEqual(before);

    expect((await wish('new@example.com')).status).toBe(204);
    await site.workOff();
    const mail = (await site.mails()).find(({ to }) => JSON.stringify(to).includes('new@example.com'));
    const link = linkIn(mail!, site.app.config.http.origin);
    await (await site.signedIn(susan)).submit(link, 'main form', {});
    expect((await client.get('/api/account')).body).toMatchObject({ email: 'new@example.com', wished_email: null });
  });

  it('changes the password, which ends every token', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);
    const password = 'a new and longer one';

    expect((await client.put('/api/account/password', { password, current_password: susan.password })).status).toBe(204);

    expect((await client.get('/api/account')).status).toBe(401);
    expect([await signsIn('susan', susan.password), await signsIn('susan', password)]).toEqual([401, 200]);
  });

  it('gets a new password by the link in a mail, once, and tells nobody who has an account', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);
    for (const email of ['nobody@example.com', susan.email]) {
      expect((await api.anonymous.post('/api/password_resets', { email })).status).toBe(204);
    }
    await site.workOff();
    const [mail, ...more] = await site.mails();
    expect(more).toEqual([]);
    const token = linkIn(mail!, site.app.config.http.origin).split('/').at(-1);
    const password = 'a new and longer one';
    const reset = async (sent: object) => (await api.anonymous.put('/api/password_resets', sent)).status;

    expect(await reset({ token: 'x', password })).toBe(404);
    expect(await reset({ token, password: 'short' })).toBe(400);
    expect(await reset({ token, password })).toBe(204);
    expect(await reset({ token, password })).toBe(404);

    expect((await client.get('/api/account')).status).toBe(401);
    expect([await signsIn('susan', susan.password), await signsIn('susan', password)]).toEqual([401, 200]);
  });

  it('gets another mail to confirm its address, until it has', async () => {
    await api.anonymous.post('/api/users', { username: 'mary', email: 'mary@example.com', password: 'a new and longer one' });
    const { body } = await api.anonymous.with(basic('mary', 'a new and longer one')).post('/api/tokens');
    const client = api.anonymous.with(bearer(body.token as string));
    await site.workOff();
    const mails = await site.mails();
    expect((await client.post('/api/email_confirmations')).status).toBe(204);
    await site.workOff();
    const [again] = await site.mails();
    expect(again?.subject).toBe(mails[0]?.subject);

    const link = linkIn(again!, site.app.config.http.origin);
    await site.browser().submit(link, 'main form', {});
    expect((await client.get('/api/account')).body.email_confirmed).toBe(true);
    await client.post('/api/email_confirmations');
    await site.workOff();
    expect(await site.mails()).toEqual([]);
  });

  it('is left, and comes back by signing in', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);
    expect((await client.put('/api/account/deletion', { current_password: susan.password })).status).toBe(204);
    expect((await client.get('/api/account')).status).toBe(401);
    expect(await signsIn('susan', susan.password)).toBe(200);

    await (await api.as(susan)).put('/api/account/deletion', { current_password: susan.password });
    site.later(15 * DAY);
    await site.workOff();
    expect([await signsIn('susan', susan.password), await site.count('user')]).toEqual([401, 0]);
  });

  it.each([
    ['/api/account/email', { email: 'new@example.com' }],
    ['/api/account/password', { password: 'a new and longer one' }],
    ['/api/account/deletion', {}],
    ['/api/second_step/setup', {}],
    ['/api/second_step/recovery_codes', {}],
    ['/api/second_step/off', {}],
  ])('wants the password for %s', async (path, body) => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);
    for (const wrong of [{}, { current_password: 'wrong' }]) {
      const { status, body: problem } = await client.put(path, { ...body, ...wrong });
      expect([status, Object.keys(problem.errors as object)]).toEqual([400, ['current_password']]);
    }
    expect((await client.get('/api/account')).body).toMatchObject({ wished_email: null });
  });

  it('does not let the password be guessed, nor by whoever renames the account', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);
    const tryOne = async () => (await client.put('/api/account/deletion', { current_password: 'wrong' })).status;
    let tries = 0;
    while ((await tryOne()) === 400) tries++;
    expect([tries, await tryOne()]).toEqual([25, 429]);

    expect((await client.put('/api/users/me', { username: 'susanna' })).status).toBe(200);
    expect(await tryOne()).toBe(429);
  });

  it('looks at so many other addresses and no more, be they taken or not', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const client = await api.as(susan);
    const statuses: number[] = [];
    for (let i = 0; i < 22; i++) {
      const email = i % 2 ? john.email : `other${i}@example.com`;
      const [path, body] = i % 3 ? ['/api/account/email', { email }] : ['/api/users/me', { email }];
      statuses.push((await client.put(path, body)).status);
    }
    expect(statuses.slice(0, 20)).not.toContain(429);
    expect(statuses.slice(20)).toEqual([429, 429]);
    const page = '/settings/account/email';
    const fields = { email: 'more@example.com', current_password: susan.password };
    expect((await (await site.signedIn(susan)).submit(page, page, fields)).status).toBe(429);
    // One's own address is no other one.
    expect((await client.put('/api/users/me', { email: susan.email, about_me: 'x' })).status).toBe(200);
  });

  it('writes nothing to an address of which nobody has said that it is theirs', async () => {
    await api.anonymous.post('/api/users', { username: 'mary', email: 'victim@example.com', password: 'a new and longer one' });
    const { body } = await api.anonymous.with(basic('mary', 'a new and longer one')).post('/api/tokens');
    await site.workOff();
    await site.mails();
    await api.anonymous.with(bearer(body.token as string)).put('/api/users/me', { email: 'other@example.com' });
    await site.workOff();
    expect((await site.mails()).map(({ to }) => [to].flat().map((one) => one?.text))).toEqual([['other@example.com']]);
  });
});

describe('/api/second_step', () => {
  async function begun(): Promise<{ client: ApiClient; secret: string; password: string; susan: Person }> {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);
    const { status, body } = await client.put('/api/second_step/setup', { current_password: susan.password });
    expect([status, body.uri]).toEqual([200, expect.stringContaining(`secret=${body.secret}`)]);
    return { client, secret: body.secret as string, password: susan.password, susan };
  }

  it('is turned on by a code of the app, counted on at sign-in, and turned off', async () => {
    const { client, secret, password } = await begun();
    expect((await client.put('/api/second_step/code', { code: '000000' })).body.errors).toHaveProperty('code');
    expect((await client.get('/api/second_step')).body).toEqual({ on: false, recovery_codes_left: 0 });
    expect(await signsIn('susan', password)).toBe(200);

    const { body } = await client.put('/api/second_step/code', { code: codeOf(secret) });
    const codes = body.recovery_codes as string[];
    expect((await client.get('/api/second_step')).body).toEqual({ on: true, recovery_codes_left: codes.length });
    site.later(MINUTE);
    expect(await signsIn('susan', password)).toBe(401);
    expect(await signsIn('susan', password, { 'x-otp': codes[0] })).toBe(200);

    const renewed = await client.put('/api/second_step/recovery_codes', { current_password: password });
    expect(renewed.body.recovery_codes).toHaveLength(codes.length);
    expect(await signsIn('susan', password, { 'x-otp': codes[1] })).toBe(401);
    expect((await client.put('/api/second_step/off', { current_password: password })).status).toBe(204);
    expect(await signsIn('susan', password)).toBe(200);
  });

  it('says when there is nothing to confirm, or to renew', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);
    expect((await client.put('/api/second_step/code', { code: '000000' })).status).toBe(409);
    expect((await client.put('/api/second_step/recovery_codes', { current_password: susan.password })).status).toBe(409);
  });

  it('is turned on once when several codes come at once, and the codes that were answered are the ones that count', async () => {
    const { client, secret, password } = await begun();
    const now = site.app.get(Clock).now().getTime();
    const codes = [-30_000, 0, 30_000].map((ms) => codeAt(new Date(now + ms), secret));

    const answers = await Promise.all(codes.map((code) => client.put('/api/second_step/code', { code })));

    const [won, ...more] = answers.filter(({ status }) => status === 200);
    expect([more, answers.every(({ status }) => [200, 400, 409].includes(status))]).toEqual([[], true]);
    expect(await signsIn('susan', password, { 'x-otp': (won!.body.recovery_codes as string[])[0] })).toBe(200);
  });

  it('stays on with the secret that was proven, whatever is begun meanwhile', async () => {
    const steps = site.app.get(SecondStepService);
    for (let round = 0; round < 10; round++) {
      const { client, secret, password, susan } = await begun();
      // Past the password, which takes longer than all the rest: both are there at once.
      const verified = jest.spyOn(site.app.get(AccountService), 'verify').mockResolvedValue(susan as unknown as User);
      const [confirmed] = await Promise.allSettled([
        steps.confirm(susan, codeOf(secret)),
        steps.begin({} as Proof),
        steps.begin({} as Proof),
      ]);
      verified.mockRestore();
      const isOn = confirmed.status === 'fulfilled';
      expect([round, (await client.get('/api/second_step')).body.on]).toEqual([round, isOn]);
      const next = codeAt(new Date(site.app.get(Clock).now().getTime() + 30_000), secret);
      if (isOn) expect(await signsIn('susan', password, { 'x-otp': next })).toBe(200);
      await site.nobody();
    }
  });

  it('is not begun anew while it is on', async () => {
    const { client, secret, password } = await begun();
    await client.put('/api/second_step/code', { code: codeOf(secret) });
    const again = await client.put('/api/second_step/setup', { current_password: password });
    expect([again.status, JSON.stringify(again.body)]).toEqual([409, expect.not.stringContaining(secret)]);
    expect((await client.get('/api/second_step')).body.on).toBe(true);
  });
});

describe('/api/trusted_devices', () => {
  it('are listed and forgotten; those of others are not there', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [hers, his] = [await api.as(susan), await api.as(john)];
    const { body: setup } = await hers.put('/api/second_step/setup', { current_password: susan.password });
    await hers.put('/api/second_step/code', { code: codeOf(setup.secret as string) });
    site.later(MINUTE);
    const browser = site.browser();
    const { username, password } = susan;
    await browser.submit('/auth/login', 'main form', { username, password });
    const code = codeOf(setup.secret as string);
    await browser.submit('/auth/second_step', 'main form', { code, trust_device: true });

    const [device, ...more] = (await hers.get('/api/trusted_devices')).body as { id: string }[];
    expect(more).toEqual([]);
    expect((await his.get('/api/trusted_devices')).body).toEqual([]);
    expect((await his.delete(`/api/trusted_devices/${device!.id}`)).status).toBe(404);
    expect((await hers.delete(`/api/trusted_devices/${device!.id}`)).status).toBe(204);
    expect((await hers.get('/api/trusted_devices')).body).toEqual([]);
    expect((await hers.delete(`/api/trusted_devices/${device!.id}`)).status).toBe(404);
  });
});

describe('/api/passkeys', () => {
  it('are listed and forgotten, with the password; those of others are not there', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [hers, his] = [await api.as(susan), await api.as(john)];
    const createdAt = site.app.get(Clock).now();
    const passkey = { userId: susan.id, credentialId: 'one', publicKey: 'key', name: 'My phone', createdAt, lastUsedAt: null };
    await site.app.get(DataSource).getRepository(Passkey).insert(passkey);

    const [{ id, ...known }] = (await hers.get('/api/passkeys')).body as [{ id: number }];
    expect(known).toMatchObject({ name: 'My phone', last_used_at: null });
    expect(JSON.stringify(known)).not.toContain('key"');
    expect((await his.get('/api/passkeys')).body).toEqual([]);
    const path = `/api/passkeys/${id}/deletion`;
    expect((await his.put(path, { current_password: john.password })).status).toBe(404);
    expect((await hers.put(path, { current_password: 'wrong' })).status).toBe(400);
    expect((await hers.put(path, { current_password: susan.password })).status).toBe(204);
    expect((await hers.get('/api/passkeys')).body).toEqual([]);
  });
});
