import { AccountDeletionService } from '../../../src/account-deletion/account-deletion.service';
import { ApiTokensService } from '../../../src/auth/api-tokens.service';
import { PostsService } from '../../../src/posts/posts.service';
import { UsersService } from '../../../src/users/users.service';
import type { Role } from '../../../src/users/user.entity';
import { errorsOf, flashOf, formErrorOf, postsOf, textOf, textsOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

/** Susan, who looks after the place, and others. */
async function people(role: Role = 'moderator') {
  const everybody = await site.people('susan', 'john', 'mary');
  await site.app.get(UsersService).changeRole(everybody.susan.id, role);
  return everybody;
}

describe('a report', () => {
  it('comes to those who look after the place, once, with what it is about', async () => {
    const { susan, john, mary } = await people();
    const [id = 0] = await site.posted([john, 'rude']);
    const browser = await site.signedIn(mary);
    const page = await browser.get(`/post/${id}`);
    const path = page.$('.post-moment a').attr('href') ?? '';

    const answers = [];
    for (let i = 0; i < 2; i++) answers.push(await browser.submit(path, '/report/john', { reason: 'This is rude.' }));

    expect(flashOf(await browser.follow(answers[0]!))).toBe('Thank you. Somebody will look at it.');
    const reports = await (await site.signedIn(susan)).get('/moderation');
    expect(textsOf(reports, '.report-reason')).toEqual(['This is rude.']);
    expect(textsOf(reports, '.report-post')).toEqual(['rude']);
    expect(textOf(reports)).toContain('Reported by mary');
  });

  it('outlives the post, and keeps what that said, until it is closed', async () => {
    const { susan, john, mary } = await people();
    const [kept, edited, deleted] = await site.posted([john, 'kept'], [john, 'edited'], [john, 'deleted']);
    const reporter = await site.signedIn(mary);
    for (const id of [kept, edited, deleted]) {
      await reporter.submit(`/report/john?post_id=${id}`, '/report/john', { reason: `${id}` });
    }
    const posts = site.app.get(PostsService);
    await posts.edit(edited ?? 0, { body: 'harmless' }, john as never);
    await posts.remove(deleted ?? 0, john as never);
    // About himself, which is something else.
    await reporter.submit('/report/john', '/report/john', { reason: 'He deletes what he said.' });

    const browser = await site.signedIn(susan);
    const page = await browser.get('/moderation');
    const reports = page.$('.report').toArray();
    expect(
      reports.map((report) => [page.$('.report-post', report).text(), page.$('blockquote + .post-time', report).text()]),
    ).toEqual([
      ['', ''],
      ['deleted', 'So it stood when it was reported. The post has been deleted since.'],
      ['edited', 'So it stood when it was reported. The post has been edited since.'],
      ['kept', ''],
    ]);
    expect(reports.map((report) => page.$('a[href^="/post/"]', report).length)).toEqual([0, 0, 1, 1]);

    for (const report of reports.slice(0, 3)) {
      const path = page.$('.report-actions a', report).last().attr('href') ?? '';
      await browser.submit(path, path, { reason: 'Seen.' });
    }
    expect(await site.rows('SELECT post_body FROM report ORDER BY id')).toEqual(
      ['kept', null, null, null].map((post_body) => ({ post_body })),
    );
  });

  it('goes with the account that it is about, and what that said with it', async () => {
    const { john, mary } = await people();
    const [id] = await site.posted([john, 'rude']);
    await (await site.signedIn(mary)).submit(`/report/john?post_id=${id}`, '/report/john', { reason: 'Rude.' });
    expect(await site.count('report')).toBe(1);

    await site.app.get(AccountDeletionService).deleteNow(john.id);

    expect(await site.count('report')).toBe(0);
  });

  it('needs a reason, and is not about oneself or about nothing', async () => {
    const { mary } = await people();
    const browser = await site.signedIn(mary);
    expect(errorsOf(await browser.submit('/report/john', '/report/john', { reason: ' ' }))).toEqual({
      reason: 'This field is required.',
    });
    expect(formErrorOf(await browser.submit('/report/mary', '/report/mary', { reason: 'x' }))).toBe(
      'You cannot report yourself.',
    );
    expect((await browser.get('/report/nobody')).status).toBe(404);
    expect((await browser.submit('/report/john?post_id=999', '/report/john', { reason: 'x' })).status).toBe(404);
    expect(await site.count('report')).toBe(0);
  });
});

describe('what is for those who look after the place', () => {
  it('is for nobody else', async () => {
    const { john, mary } = await people();
    const [id] = await site.posted([john, 'one']);
    const browser = await site.signedIn(mary);
    const token = (await browser.get('/')).$('[name=csrf_token]').first().attr('value') ?? '';
    for (const path of ['/moderation', '/moderation/log', '/moderation/suspend/john', `/moderation/posts/${id}/remove`]) {
      expect((await browser.get(path)).status).toBe(403);
    }
    for (const path of [
      '/moderation/suspend/john',
      '/moderation/suspend/nobody',
      '/moderation/unsuspend/john',
      `/moderation/posts/${id}/remove`,
    ]) {
      expect((await browser.post(path, { csrf_token: token, reason: 'x' })).status).toBe(403);
    }
    expect(postsOf(await browser.get('/explore'))).toEqual(['one']);
  });

  it('is to take a post away, with a reason that is noted', async () => {
    const { susan, john } = await people();
    const [id = 0] = await site.posted([john, 'rude']);
    const browser = await site.signedIn(susan);
    const path = `/moderation/posts/${id}/remove`;
    expect((await browser.submit(path, path, { reason: '' })).status).toBe(422);

    const answer = await browser.submit(path, path, { reason: 'Rude.' });

    expect(flashOf(await browser.follow(answer))).toBe('Done, and noted.');
    expect(postsOf(await browser.get('/explore'))).toEqual([]);
    const log = textOf(await browser.get('/moderation/log'));
    for (const part of ['susan: removed a post by john', 'Rude.']) expect(log).toContain(part);
  });

  it('is asked for by name, with a way back', async () => {
    const { susan, john, mary } = await people();
    const [id] = await site.posted([john, 'one']);
    await (await site.signedIn(mary)).submit('/report/john', '/report/john', { reason: 'He is rude.' });
    const [row] = await site.rows<{ id: number }>('SELECT id FROM report');
    const report = Number(row?.id);
    const browser = await site.signedIn(susan);
    const asked = async (path: string): Promise<string[]> => {
      const answer = await browser.get(path);
      return [textOf(answer, 'main h1'), ...textsOf(answer, 'main .form-actions > *')];
    };

    expect(await asked('/moderation/suspend/JOHN')).toEqual(['Suspend john?', 'Suspend the account', 'Cancel']);
    expect(await asked('/moderation/unsuspend/john')).toEqual(['End the suspension of john?', 'End the suspension', 'Cancel']);
    expect(await asked(`/moderation/posts/${id}/remove`)).toEqual(['Remove this post by john?', 'Remove the post', 'Cancel']);
    expect(await asked(`/moderation/reports/${report}/close`)).toEqual([
      'Close the report about john?',
      'Close the report',
      'Cancel',
    ]);
    const refused = await browser.submit('/moderation/suspend/john', '/moderation/suspend/john', { reason: '' });
    expect([refused.status, textOf(refused, 'main h1')]).toEqual([422, 'Suspend john?']);
    for (const path of [
      '/moderation/suspend/nobody',
      `/moderation/reports/${report + 1}/close`,
      '/moderation/posts/999999/remove',
    ])
      expect((await browser.get(path)).status).toBe(404);
  });

  it('is to close a report', async () => {
    const { susan, mary } = await people();
    await (await site.signedIn(mary)).submit('/report/john', '/report/john', { reason: 'x' });
    const browser = await site.signedIn(susan);
    const path = (await browser.get('/moderation')).$('.report-actions a').last().attr('href') ?? '';
    await browser.submit(path, path, { reason: 'Harmless.' });

    expect(textsOf(await browser.get('/moderation'), '.report')).toEqual([]);
    expect(textsOf(await browser.get('/moderation/log'), '.report-reason')[0]).toBe('Harmless.');
  });
});

describe('a suspension', () => {
  const suspend = async (who: Awaited<ReturnType<typeof people>>['susan'], username: string) => {
    const browser = await site.signedIn(who);
    return browser.submit(`/moderation/suspend/${username}`, `/moderation/suspend/${username}`, { reason: 'Spam.' });
  };

  it('signs out everywhere, keeps out, and hides what was said, until it ends', async () => {
    const { susan, john, mary } = await people();
    const [id] = await site.posted([john, 'spam']);
    const his = await site.signedIn(john, { remember: true });
    const { token } = await site.app.get(ApiTokensService).issue(john.id);

    expect((await suspend(susan, 'john')).status).toBe(303);

    for (const one of [his, his.restarted()]) expect((await one.get('/')).status).toBe(302);
    expect((await site.raw('/api/users/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
    const again = await site.browser().submit('/auth/login', '/auth/login', { username: 'john', password: john.password });
    expect([again.status, formErrorOf(again)]).toEqual([422, 'This account is suspended.']);
    const reader = await site.signedIn(mary);
    expect(postsOf(await reader.get('/explore'))).toEqual([]);
    for (const path of ['/user/john', `/post/${id}`]) expect((await reader.get(path)).status).toBe(404);

    const browser = await site.signedIn(susan);
    const ending = 'a[href="/moderation/unsuspend/john"]';
    expect((await browser.get('/moderation/log')).$(ending)).toHaveLength(1);
    await browser.submit('/moderation/unsuspend/john', '/moderation/unsuspend/john', { reason: 'Sorry.' });
    expect((await browser.get('/moderation/log')).$(ending)).toHaveLength(0);
    expect(postsOf(await reader.get('/explore'))).toEqual(['spam']);
    await site.signedIn(john);
  });

  it('says nothing of itself to who does not know the password', async () => {
    const { susan } = await people();
    await suspend(susan, 'john');
    const answer = await site.browser().submit('/auth/login', '/auth/login', { username: 'john', password: 'wrong password' });
    expect(formErrorOf(answer)).toBe('Invalid username or password');
  });

  it('is for nobody who has an office, but by an admin', async () => {
    const { susan, john, mary } = await people();
    await site.app.get(UsersService).changeRole(john.id, 'moderator');
    await site.app.get(UsersService).changeRole(mary.id, 'admin');
    expect((await suspend(susan, 'john')).status).toBe(403);
    expect((await suspend(susan, 'susan')).status).toBe(403);
    expect((await suspend(mary, 'mary')).status).toBe(403);
    expect((await suspend(mary, 'john')).status).toBe(303);
  });
});

it('a suspension that comes from a report quotes and closes it', async () => {
  const { susan, mary } = await people();
  const reporter = await site.signedIn(mary);
  await reporter.submit('/report/john', '/report/john', { reason: 'This is rude.' });
  const browser = await site.signedIn(susan);
  const path = (await browser.get('/moderation')).$('a[href^="/moderation/suspend/john"]').attr('href') ?? '';

  const question = await browser.get(path);
  expect(textsOf(question, '.report-post')).toEqual(['This is rude.']);
  expect(question.$('main a[href="/user/john"]')).toHaveLength(1);
  expect(textOf(question)).toContain('john will be signed out everywhere');
  // That of another one has nothing to do with it.
  expect(textsOf(await browser.get(path.replace('john', 'mary')), '.report-post')).toEqual([]);

  const done = await browser.submit(path, path, { reason: 'Rude.' });
  expect(textsOf(await browser.follow(done), '.report')).toEqual([]);
  expect((await browser.get(path)).status).toBe(200);
});
