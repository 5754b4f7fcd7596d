import { ApiTokensService } from '../../../src/auth/api-tokens.service';
import type { Person } from '../../factories/factories';
import type { BrowserSession, Fields, PageAnswer } from '../../support/browser-session';
import { errorsOf, textOf, textsOf } from './page';
import { DAY, MINUTE, useSite } from '../../support/site';

const site = useSite();
const PAGE = '/settings/tokens';

async function make(browser: BrowserSession, { password }: Person, fields: Fields = {}): Promise<PageAnswer> {
  return browser.submit(PAGE, PAGE, { name: 'My robot', current_password: password, ...fields });
}

const tokenOf = ({ $ }: PageAnswer): string => $('.secret').text();

const call = async (token: string, method = 'GET', path = '/api/users/me', body?: object): Promise<number> => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return (await site.raw(path, { method, headers, body: body && JSON.stringify(body) })).status;
};

describe('a token for a program', () => {
  it('is shown once, in the answer alone', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    const answer = await make(browser, susan, { scope: 'write' });

    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const token = tokenOf(answer);
    expect(await call(token)).toBe(200);
    expect(JSON.stringify(answer.headers)).not.toContain(token);
    const list = await browser.get(PAGE);
    expect(list.body).not.toContain(token);
    expect(textsOf(list, '.fact strong')).toEqual(['My robot']);
  });

  it('may only read, unless it is told otherwise', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const token = tokenOf(await make(await site.signedIn(susan), susan));

    for (const path of ['/api/users/me', '/api/timeline', '/api/posts']) expect(await call(token, 'GET', path)).toBe(200);
    expect(await call(token, 'POST', '/api/posts', { body: 'hello' })).toBe(403);
    expect(await call(token, 'PUT', `/api/users/${john.id}/follow`)).toBe(403);
    expect(await call(token, 'PUT', '/api/users/me', { about_me: 'x' })).toBe(403);
    expect([await site.count('post'), await site.count('follow')]).toEqual([0, 0]);
    // It may give itself up.
    expect(await call(token, 'DELETE', '/api/tokens')).toBe(204);
    expect(await call(token)).toBe(401);
  });

  it('lasts as long as was asked for', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const token = tokenOf(await make(browser, susan, { days: '30' }));
    site.later(30 * DAY - MINUTE);
    expect(await call(token)).toBe(200);
    site.later(2 * MINUTE);
    expect(await call(token)).toBe(401);
    expect(textsOf(await browser.get(PAGE), '.fact')).toEqual([]);
  });

  it('tells when it was used last, to the minute', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const token = tokenOf(await make(browser, susan));
    expect(textOf(await browser.get(PAGE), '.fact')).toContain('never used');

    await call(token);
    site.later(3 * MINUTE);

    expect(textOf(await browser.get(PAGE), '.fact')).toContain('last used 3 minutes ago');
  });

  it('is revoked by its owner, and by nobody else', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [browser, johns] = [await site.signedIn(susan), await site.signedIn(john)];
    const token = tokenOf(await make(browser, susan));
    const { path, values } = await browser.fill(PAGE, '.fact form');

    const csrf_token = (await johns.get('/')).$('[name=csrf_token]').attr('value')!;
    expect((await johns.post(path, { csrf_token })).status).toBe(404);
    expect(await call(token)).toBe(200);

    expect((await browser.post(path, values)).location).toBe(PAGE);
    expect(await call(token)).toBe(401);
    expect((await browser.post(path, values)).status).toBe(404);
  });

  it('needs the password, a name, and a choice that there is', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);

    expect(errorsOf(await make(browser, susan, { current_password: 'wrong' }))).toEqual({
      current_password: 'This is not your current password.',
    });
    expect(Object.keys(errorsOf(await make(browser, susan, { name: ' ', current_password: '' })))).toEqual([
      'name',
      'current_password',
    ]);
    expect(Object.keys(errorsOf(await make(browser, susan, { scope: 'admin', days: '99999' })))).toEqual(['scope', 'days']);
    expect(await site.count('api_token')).toBe(0);
  });

  it('stands beside the one that a program had by the password, which is another one', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const token = tokenOf(await make(browser, susan));
    const hour = await site.app.get(ApiTokensService).issue(susan.id);

    expect(hour.token).not.toBe(token);
    expect(textsOf(await browser.get(PAGE), '.fact strong')).toEqual(['Had by your password', 'My robot']);
  });
});
