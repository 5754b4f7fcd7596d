import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AccountDeletionService } from '../../../src/account-deletion/account-deletion.service';
import type { Viewer } from '../../../src/common/viewer';
import { BUILD_EXPORT } from '../../../src/export/export.kinds';
import { ExportContents } from '../../../src/export/export-contents.queries';
import { ExportFiles } from '../../../src/export/export-files';
import { TidyExportsProcessor } from '../../../src/export/tidy-exports.processor';
import { MessagesService } from '../../../src/messages/messages.service';
import { PostsService } from '../../../src/posts/posts.service';
import { ReactionsService } from '../../../src/posts/reactions/reactions.service';
import { RestrictionsService } from '../../../src/restrictions/restrictions.service';
import type { BrowserSession } from '../../support/browser-session';
import { linkIn } from '../../support/mails';
import { unzip } from '../../support/zip';
import { flashOf, textOf, textsOf } from './page';
import { DAY, useSite } from '../../support/site';

const site = useSite();
afterEach(() => rm(folderOf(), { recursive: true, force: true }));
const FORM = '/export_posts';

const begin = (browser: BrowserSession, name = 'susan') => browser.submit(`/user/${name}`, FORM);
const stateOf = async (browser: BrowserSession): Promise<string> => textOf(await browser.get('/user/susan'), '[data-export]');
const folderOf = (): string => join(site.app.config.app.dataDir, 'exports');
const filesOf = (): Promise<string[]> => readdir(folderOf());
const archiveOf = async (id: number): Promise<Record<string, { [list: string]: never }>> => {
  const files = await unzip(await readFile(site.app.get(ExportFiles).pathOf(id)));
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, JSON.parse(text) as never]));
};
const idOf = async (): Promise<number> => Number((await site.rows<{ id: number }>('SELECT MAX(id) AS id FROM export'))[0]!.id);
const valuesOf = async (browser: BrowserSession) =>
  JSON.parse((await browser.get('/notifications?since=0', { accept: 'application/json' })).body) as {
    name: string;
    data: unknown;
  }[];

/** Susan, and what she did and was told. */
async function aLife() {
  const { susan, john, mary } = await site.people('susan', 'john', 'mary');
  const viewer = { id: susan.id } as Viewer;
  const posts = site.app.get(PostsService);
  await site.follow(susan, john);
  await site.follow(mary, susan);
  const [his = 0] = await site.posted([john, 'his']);
  const first = await posts.publish(susan.id, { body: 'frist {{x}} $t(a) </script>' });
  await posts.edit(first, { body: 'first {{x}} $t(a) </script>' }, viewer);
  await posts.publish(susan.id, { body: 'Morgen 🍣', inReplyTo: his, language: 'de' });
  await site.app.get(ReactionsService).like(his, viewer);
  await site.app.get(ReactionsService).repost(his, viewer);
  await site.app.get(ReactionsService).bookmark(his, viewer);
  await site.app.get(MessagesService).send(susan.id, john.id, { body: 'to him' });
  await site.app.get(MessagesService).send(john.id, susan.id, { body: 'to her' });
  await site.app.get(RestrictionsService).mute(susan.id, mary.id);
  await site.app.get(RestrictionsService).block(mary.id, susan.id);
  return { susan, john, mary, his, first };
}

describe('an export', () => {
  it('is asked for on the own profile only, and tells how far it is', async () => {
    const { susan } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);
    expect((await browser.get('/user/john')).$(`form[action="${FORM}"]`)).toHaveLength(0);

    const answer = await begin(browser);

    expect([answer.status, answer.location]).toEqual([303, '/user/susan']);
    const page = await browser.follow(answer);
    expect(flashOf(page)).toBe('Your export has begun. A mail tells you when it is ready.');
    expect(textOf(page, '[data-export]')).toContain('Exporting posts... 0%');
    expect(page.$('progress').attr('value')).toBe('0');
    expect(page.$(`form[action="${FORM}"]`)).toHaveLength(0);
    expect((await browser.get(`/exports/${await idOf()}`)).$('noscript').text()).toBe('<meta http-equiv="refresh" content="3">');
  });

  it('does not begin by opening an address', async () => {
    const { susan } = await site.people('susan');
    const { status, headers } = await (await site.signedIn(susan)).get(FORM);
    expect([status, headers.allow]).toEqual([405, 'POST']);
  });

  it('has everything that is mine, and nothing that is not', async () => {
    const { susan, his, first } = await aLife();
    await begin(await site.signedIn(susan));
    await site.workOff();

    const archive = await archiveOf(await idOf());

    const at = expect.stringMatching(/^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(archive).toEqual({
      'posts.json': {
        posts: [
          {
            id: first,
            body: 'first {{x}} $t(a) </script>',
            timestamp: at,
            edited_at: at,
            language: expect.any(String),
            in_reply_to: null,
            earlier: [{ body: 'frist {{x}} $t(a) </script>', timestamp: at }],
          },
          expect.objectContaining({ body: 'Morgen 🍣', language: 'de', in_reply_to: his, edited_at: null, earlier: [] }),
        ],
      },
      'messages.json': {
        received: [{ id: expect.any(Number), from: 'john', body: 'to her', timestamp: at, read_at: null }],
        sent: [{ id: expect.any(Number), to: 'john', body: 'to him', timestamp: at }],
      },
      'follows.json': { following: [{ username: 'john', since: at }], followers: [] },
      'reactions.json': {
        likes: [{ post_id: his, timestamp: at }],
        reposts: [{ post_id: his, timestamp: at }],
        bookmarks: [{ post_id: his, timestamp: at }],
      },
      'restrictions.json': { blocked: [], muted: [{ username: 'mary', since: at }] },
      'account.json': {
        id: susan.id,
        username: 'susan',
        email: susan.email,
        about_me: '',
        created_at: at,
        last_seen: at,
        settings: { language: null, time_zone: null, appearance: 'auto', unwanted_notifications: [] },
      },
    });
  });

  it('is fetched by its owner alone', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const [hers, his] = [await site.signedIn(susan), await site.signedIn(john)];
    await begin(hers);
    const id = await idOf();
    expect((await hers.get(`/exports/${id}/file`)).status).toBe(409);
    await site.workOff();

    const { status, headers } = await hers.get(`/exports/${id}/file`);

    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/zip');
    expect(headers['content-disposition']).toBe(`attachment; filename=microblog-${id}.zip`);
    expect(headers['cache-control']).toBe('private, no-store');
    const page = await hers.get(`/exports/${id}`);
    expect(page.$('[data-export] a').attr('href')).toBe(`/exports/${id}/file`);
    for (const path of [`/exports/${id}`, `/exports/${id}/file`, '/exports/0', '/exports/x', `/exports/${2 ** 60}`]) {
      expect({ path, status: (await his.get(path)).status }).toEqual({ path, status: 404 });
    }
    expect((await site.browser().get(`/exports/${id}`)).location).toBe(`/auth/login?next=%2Fexports%2F${id}`);
  });

  it('says so when there is no such part of it, or it is another one', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    await begin(browser);
    await site.workOff();
    const path = `/exports/${await idOf()}/file`;

    expect((await browser.get(path, { range: 'bytes=0-3' })).status).toBe(206);
    for (const range of ['bytes=99999999-', 'bytes=-0']) {
      const { status, headers, body } = await browser.get(path, { range });
      expect([status, headers['content-range'], headers['content-disposition']]).toEqual([
        416,
        expect.stringMatching(/^bytes \*\/\d+$/),
        undefined,
      ]);
      expect(body).toContain('<title>Range Not Satisfiable - Microblog</title>');
    }
    expect((await browser.get(path, { 'if-match': '"another"' })).status).toBe(412);
  });

  it('comes with a mail that has the posts and a link', async () => {
    const { susan } = await site.people('susan');
    await site.posted([susan, 'one'], [susan, 'two']);
    await begin(await site.signedIn(susan));
    await site.workOff();

    const [mail, more] = await site.mails();

    expect(more).toBeUndefined();
    expect(mail!.subject).toBe('[Microblog] Your blog posts');
    expect(linkIn(mail!, site.app.config.http.origin)).toBe(`/exports/${await idOf()}`);
    expect(mail!.text).toContain('7 days');
    const [attached] = mail!.attachments;
    expect([attached!.filename, attached!.contentType]).toEqual(['posts.json', 'application/json']);
    const { posts } = JSON.parse(attached!.content.toString()) as { posts: { body: string; timestamp: string }[] };
    expect(posts.map(({ body }) => body)).toEqual(['one', 'two']);
    expect(posts[0]!.timestamp).toMatch(/Z$/);
  });

  it('attaches no more than mail servers take', async () => {
    const { susan } = await site.people('susan');
    const many = jest.spyOn(site.app.get(ExportContents), 'posts').mockImplementation(() => ({
      posts: (async function* () {
        for (let i = 0; i < 10; i++) yield [{ body: 'x'.repeat(100_000) }];
      })(),
    }));
    await begin(await site.signedIn(susan));
    await site.workOff();

    const [mail] = await site.mails();
    expect(mail!.attachments).toEqual([]);
    expect(mail!.text).not.toContain('posts.json');
    many.mockRestore();
  });

  it('is one at a time', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const form = await browser.fill('/user/susan', FORM);

    const answers = await Promise.all([1, 2, 3, 4].map(() => browser.send(form)));

    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await site.count('export')).toBe(1);
    expect(flashOf(await browser.follow(await browser.send(form)))).toBe('An export task is currently in progress');
    await site.workOff();
    expect(await site.mails()).toHaveLength(1);
    expect(await stateOf(browser)).toContain('Your export is ready');
  });

  it('takes the place of the one before, and of what a killed process left', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    await begin(browser);
    await site.workOff();
    const first = await idOf();
    await begin(browser);
    await writeFile(join(folderOf(), `${await idOf()}.killed.part`), 'half');

    await site.workOff();

    expect(await filesOf()).toEqual([`${await idOf()}.zip`]);
    expect((await browser.get(`/exports/${first}`)).status).toBe(404);
  });

  it('tells open pages how far it is, and never ends before it has', async () => {
    const { susan } = await site.people('susan');
    const bodies = Array.from({ length: 1_100 }, (_, n) => `(${susan.id}, 'post ${n}', '2026-01-01 00:00:00')`);
    await site.rows(`INSERT INTO post (author_id, body, created_at) VALUES ${bodies.join(', ')}`);
    const browser = await site.signedIn(susan);
    let milliseconds = 0;
    const time = jest.spyOn(performance, 'now').mockImplementation(() => (milliseconds += 1_000));
    const told: unknown[] = [];
    await begin(browser);
    const id = await idOf();
    const atTheEnd = jest.spyOn(site.app.get(ExportContents), 'account').mockImplementation(async () => {
      told.push(...(await valuesOf(browser)).filter(({ name }) => name === 'task_progress').map(({ data }) => data));
      told.push(await stateOf(browser));
      return null;
    });

    await site.workOff();

    for (const spy of [time, atTheEnd]) spy.mockRestore();
    expect(told).toEqual([{ task_id: id, progress: 99, state: 'running' }, expect.stringContaining('Exporting posts... 99%')]);
    const last = (await valuesOf(browser)).filter(({ name }) => name === 'task_progress');
    expect(last).toMatchObject([{ data: { task_id: id, progress: 100, state: 'done' } }]);
  });

  it('goes on with the next try when one fails, and says so when all have', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const broken = jest.spyOn(site.app.get(ExportContents), 'account').mockRejectedValue(new Error('away'));
    await begin(browser);
    await site.workOff();
    expect(await stateOf(browser)).toContain('Exporting posts...');
    expect(await filesOf()).toEqual([]);
    await site.rows(`UPDATE job SET attempts = ${BUILD_EXPORT.maxAttempts - 1}`);
    site.later(DAY);

    await site.workOff();

    expect(await stateOf(browser)).toBe('The export failed We could not make your file. Please try again.');
    expect(await valuesOf(browser)).toContainEqual(
      expect.objectContaining({ name: 'task_progress', data: expect.objectContaining({ progress: 100, state: 'failed' }) }),
    );
    expect(await site.mails()).toEqual([]);
    broken.mockRestore();
    await begin(browser);
    await site.workOff();
    expect(await stateOf(browser)).toContain('Your export is ready');
  });

  it('is forgotten after a week', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    await begin(browser);
    await site.workOff();
    const id = await idOf();
    site.later(7 * DAY + 1);

    const again = await site.signedIn(susan);
    expect((await again.get(`/exports/${id}/file`)).status).toBe(404);
    expect(textsOf(await again.get('/user/susan'), '[data-export]')).toEqual([]);
    await writeFile(join(folderOf(), '4711.zip'), 'of somebody who is gone');
    await site.app.get(TidyExportsProcessor).process();
    expect(await filesOf()).toEqual([]);
    expect(await site.count('export')).toBe(0);
  });

  it('goes with the account', async () => {
    const { susan } = await site.people('susan');
    await begin(await site.signedIn(susan));
    await site.workOff();

    await site.app.get(AccountDeletionService).deleteNow(susan.id);

    expect(await filesOf()).toEqual([]);
    expect(await site.count('export')).toBe(0);
  });

  it('speaks the language of who asked', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    await browser.submit('/settings/language', '/settings/language', { locale: 'es' });
    await begin(browser);
    await site.workOff();

    expect((await site.mails())[0]!.subject).toBe('[Microblog] Tus publicaciones');
    expect(await stateOf(browser)).toContain('Tu exportación está lista');
  });
});
