import { JwtService } from '@nestjs/jwt';
import type { Person } from '../../factories/factories';
import { HOUR, MINUTE, useSite } from '../../support/site';
import { basic, bearer, useApi } from './api-client';

const site = useSite();
const api = useApi(site);

const BASIC_CHALLENGE = 'Basic realm="Authentication Required"';
const BEARER_CHALLENGE = 'Bearer realm="Authentication Required"';

const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64');

async function tokenOf({ username, password }: Person): Promise<string> {
  const { body } = await api.anonymous.with(basic(username, password)).post('/api/tokens');
  return body.token as string;
}

describe('POST /api/tokens', () => {
  it('gives a token for an hour, which nobody may keep a copy of', async () => {
    const { susan } = await site.people('susan');

    const answer = await api.anonymous.with(basic('susan', susan.password)).post('/api/tokens');

    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const life = Date.parse(answer.body.expires_at as string) - Date.now();
    expect(life).toBeGreaterThan(HOUR - MINUTE);
    expect(life).toBeLessThanOrEqual(HOUR);
    const me = await api.anonymous.with(bearer(answer.body.token as string)).get('/api/users/me');
    expect(me.body.username).toBe('susan');
  });

  it('gives the same token again while more than a minute of it remains', async () => {
    const { susan } = await site.people('susan');
    const first = await tokenOf(susan);

    site.later(HOUR - 2 * MINUTE);
    expect(await tokenOf(susan)).toBe(first);
    site.later(1.5 * MINUTE);
    expect(await tokenOf(susan)).not.toBe(first);
  });

  it('answers alike, whether the name or the password is wrong', async () => {
    const { susan } = await site.people('susan');

    const answers = [
      await api.anonymous.with(basic('susan', 'not hers')).post('/api/tokens'),
      await api.anonymous.with(basic('nobody', susan.password)).post('/api/tokens'),
    ];

    for (const { status, headers, body } of answers) {
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toBe(BASIC_CHALLENGE);
      expect(body).toEqual({
        type: 'about:blank',
        title: 'Unauthorized',
        status: 401,
        detail: 'Invalid username or password',
        instance: '/api/tokens',
        error: 'Unauthorized',
        message: 'Invalid username or password',
      });
    }
  });

  it('takes a name in any case, and a password with colons and accents', async () => {
    await api.anonymous.post('/api/users', { username: 'Zoe', email: 'zoe@example.com', password: 'a:b:ñandú 🍣' });

    const { status } = await api.anonymous.with(basic('zOE', 'a:b:ñandú 🍣')).post('/api/tokens');

    expect(status).toBe(200);
  });

  it.each([
    ['no header', undefined],
    ['an empty one', ''],
    ['the scheme alone', 'Basic'],
    ['nothing after the scheme', 'Basic '],
    ['no colon', `Basic ${base64('susan')}`],
    ['what is not Base64', 'Basic *&%$'],
    ['Base64 with something in it that is not', `Basic ${base64('susan:correct horse battery').replace('=', '')}*=`],
    ['Base64 that is cut', `Basic ${base64('susan:correct horse battery').slice(0, -3)}`],
    ['bytes that are not UTF-8', `Basic ${base64(Buffer.from('susan:caf\u00e9', 'latin1'))}`],
    ['another scheme', `Bearer ${base64('susan:correct horse battery')}`],
    ['two values', `Basic ${base64('susan:correct horse battery')} x`],
    ['an empty name', `Basic ${base64(':correct horse battery')}`],
    ['an empty password', `Basic ${base64('susan:')}`],
    ['a NUL', `Basic ${base64('susan\0:correct horse battery')}`],
    ['a name that is far too long', `Basic ${base64(`${'s'.repeat(5000)}:correct horse battery`)}`],
  ])('refuses %s', async (_, authorization) => {
    await site.people('susan');

    const { status, headers } = await api.anonymous
      .with(authorization === undefined ? {} : { authorization })
      .post('/api/tokens');

    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe(BASIC_CHALLENGE);
    expect(await site.count('api_token')).toBe(0);
  });
});

describe('every other route', () => {
  const closed = [
    ['GET', '/api/users'],
    ['GET', '/api/users/me'],
    ['GET', '/api/users/1'],
    ['PUT', '/api/users/1'],
    ['GET', '/api/users/1/followers'],
    ['GET', '/api/users/1/following'],
    ['GET', '/api/users/1/posts'],
    ['PUT', '/api/users/1/follow'],
    ['DELETE', '/api/users/1/follow'],
    ['GET', '/api/posts'],
    ['POST', '/api/posts'],
    ['GET', '/api/posts/1'],
    ['DELETE', '/api/posts/1'],
    ['GET', '/api/timeline'],
    ['DELETE', '/api/tokens'],
  ] as const;

  it.each(closed)('wants a token: %s %s', async (method, path) => {
    const { status, headers, body } = await api.anonymous.send(method, path);

    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe(BEARER_CHALLENGE);
    expect(body.error).toBe('Unauthorized');
  });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer unknown',
    'Bearer a.b.c',
    'Token x',
    `Basic ${base64('susan:correct horse battery')}`,
  ])('takes no other proof: %j', async (authorization) => {
    await site.people('susan');

    const { status, headers } = await api.anonymous.with({ authorization }).get('/api/timeline');

    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe(BEARER_CHALLENGE);
  });

  it('is open with a token, however its path is spelled, and only then', async () => {
    const { susan } = await site.people('susan');
    const token = await tokenOf(susan);

    for (const path of ['/api/timeline', '/API/Timeline', '/api/timeline/']) {
      expect((await site.raw(path)).status).toBe(401);
      expect((await site.raw(path, { headers: bearer(token) })).status).toBe(200);
    }
    for (const path of ['//api/timeline', '/api%2ftimeline', '/api/./timeline', '/x/../api/timeline']) {
      expect((await site.raw(path)).status).toBeGreaterThanOrEqual(400);
    }
  });

  it('does not count as a visit', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);

    await client.get('/api/timeline');
    const { body } = await client.get('/api/users/me');

    expect(body.last_seen).toBeNull();
  });
});

describe('a token', () => {
  it('fails once it is revoked, and others do not', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const hers = await api.as(susan);
    const his = await api.as(john);

    expect(await hers.delete('/api/tokens')).toMatchObject({ status: 204, body: undefined });

    expect((await hers.get('/api/timeline')).status).toBe(401);
    expect((await hers.delete('/api/tokens')).status).toBe(401);
    expect((await his.get('/api/timeline')).status).toBe(200);
  });

  it('fails after its hour', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);

    site.later(HOUR + MINUTE);

    expect((await client.get('/api/timeline')).status).toBe(401);
  });

  it('fails when its owner is gone', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);

    await site.nobody();

    expect((await client.get('/api/timeline')).status).toBe(401);
  });

  it('cannot be forged', async () => {
    const { susan } = await site.people('susan');
    const token = await tokenOf(susan);
    const [head = '', payload = '', signature = ''] = token.split('.');
    const ours = site.app.get(JwtService);
    const claims = ours.decode<{ sub: string; jti: string; exp: number; aud: string; iat: number }>(token);
    const { aud: _aud, exp, ...rest } = claims;
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

    const forged = {
      'alg none': `${part({ alg: 'none', typ: 'JWT' })}.${payload}.`,
      'alg none with our signature': `${part({ alg: 'none', typ: 'JWT' })}.${payload}.${signature}`,
      'another key': new JwtService({ secret: 'x'.repeat(32) }).sign(claims),
      'an empty key': `${head}.${payload}.`,
      'another algorithm': ours.sign(claims, { algorithm: 'HS512' }),
      'another purpose': ours.sign({ ...rest, exp }, { audience: 'session' }),
      'no purpose': ours.sign({ ...rest, exp }),
      expired: ours.sign({ ...claims, exp: claims.iat - 1 }),
      'a changed payload': `${head}.${part({ ...claims, jti: String(Number(claims.jti) + 1) })}.${signature}`,
      'a row that is not there': ours.sign({ ...claims, jti: String(Number(claims.jti) + 1) }),
      'a row that cannot be': ours.sign({ ...claims, jti: '9223372036854775808' }),
      'no row': ours.sign({ ...rest, jti: undefined, exp }, { audience: 'api' }),
    };

    expect((await api.anonymous.with(bearer(token)).get('/api/timeline')).status).toBe(200);
    for (const [how, fake] of Object.entries(forged)) {
      const { status } = await api.anonymous.with(bearer(fake)).get('/api/timeline');
      expect([how, status]).toEqual([how, 401]);
    }
  });
});

describe('browser sessions and tokens', () => {
  it('are not taken for each other', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan, { remember: true });
    const session = browser.cookie('session') ?? '';
    const cookie = `session=${session}; remember=${browser.cookie('remember')}`;

    expect(session).not.toBe('');
    expect((await api.anonymous.with({ cookie }).get('/api/timeline')).status).toBe(401);
    expect((await api.anonymous.with(bearer(session)).get('/api/timeline')).status).toBe(401);
    const page = await site.raw('/', { headers: { cookie: `session=${await tokenOf(susan)}`, accept: 'text/html' } });
    expect(page.status).toBe(302);
    expect(page.headers.location).toMatch(/^\/auth\/login/);
  });

  it('set no cookie below /api', async () => {
    const { susan } = await site.people('susan');
    const client = await api.as(susan);

    const answers = [
      await client.get('/api/timeline'),
      await api.anonymous.get('/api/timeline'),
      await client.post('/api/posts', {}),
    ];

    for (const { headers } of answers) expect(headers['set-cookie']).toBeUndefined();
  });
});
