import { MessagesRepository } from '../../../src/messages/messages.repository';
import { MessagesService } from '../../../src/messages/messages.service';
import type { Person } from '../../factories/factories';
import { errorsOf, flashOf, pagerOf, postsOf, textOf, textsOf, valuesOf } from './page';
import { useSite } from '../../support/site';

const site = useSite();

const send = (from: Person, to: Person, body: string): Promise<number> =>
  site.app.get(MessagesService).send(from.id, to.id, { body });
const badgeOf = ({ $ }: { $: Awaited<ReturnType<ReturnType<typeof site.browser>['get']>>['$'] }): string | null => {
  const badge = $('[data-badge="messages"]');
  return badge.is('[hidden]') ? null : badge.find('[data-badge-count]').text();
};

describe('writing to somebody', () => {
  it('starts on their profile, and ends there', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);
    const profile = await browser.get('/user/john');
    expect(textOf(profile, 'a[href="/send_message/john"]')).toBe('Send private message');
    expect((await browser.get('/user/susan')).$('a[href="/send_message/susan"]')).toHaveLength(0);
    expect(textOf(await browser.get('/send_message/john'), 'h1')).toBe('Send Message to john');

    const answer = await browser.submit('/send_message/john', '/send_message/john', { message: ' Hello <b>john</b> ' });

    expect([answer.status, answer.location]).toEqual([303, '/user/john']);
    const shown = await browser.follow(answer);
    expect(flashOf(shown)).toBe('Your message has been sent. See the conversation');
    expect(shown.$('.flash a').attr('href')).toBe('/messages/with/john');
    const inbox = await (await site.signedIn(john)).get('/messages');
    expect(postsOf(inbox)).toEqual(['Hello <b>john</b>']);
    expect(textsOf(inbox, '.post-author')).toEqual(['From susan']);
    expect(postsOf(await browser.get('/messages/sent'))).toEqual(['Hello <b>john</b>']);
    expect(postsOf(await browser.get('/messages'))).toEqual([]);
  });

  it.each([
    ['', 'This field is required.'],
    [' \u200b ', 'This field is required.'],
    ['x'.repeat(141), 'Field must be between 1 and 140 characters long.'],
    ['a\0b', 'Contains characters that cannot be stored.'],
  ])('refuses %j, keeps it and sends nothing', async (message, error) => {
    const { susan } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);

    const answer = await browser.submit('/send_message/john', '/send_message/john', { message });

    expect(answer.status).toBe(422);
    expect(Object.values(errorsOf(answer))).toEqual([error]);
    expect(valuesOf(answer)['message']?.trim()).toBe(message.replaceAll('\0', '\ufffd').trim());
    expect(await site.count('message')).toBe(0);
  });

  it('takes 140 emoji', async () => {
    const { susan } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);
    expect((await browser.submit('/send_message/john', '/send_message/john', { message: '🍣'.repeat(140) })).status).toBe(303);
  });

  it('sends a form once, however often it comes', async () => {
    const { susan, john } = await site.people('susan', 'john');
    const browser = await site.signedIn(susan);
    const form = await browser.fill('/send_message/john', '/send_message/john', { message: 'once' });

    const answers = await Promise.all([browser.send(form), browser.send(form), browser.send(form)]);

    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(postsOf(await (await site.signedIn(john)).get('/messages'))).toEqual(['once']);
  });

  it('knows nobody of that name', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    for (const path of ['/send_message/nobody', '/messages/with/nobody']) expect((await browser.get(path)).status).toBe(404);
  });

  it('is possible to oneself', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    await browser.submit('/send_message/susan', '/send_message/susan', { message: 'buy milk' });

    expect(postsOf(await browser.get('/messages'))).toEqual(['buy milk']);
    expect(textsOf(await browser.get('/messages/with/susan'), '.said-body')).toEqual(['buy milk']);
  });
});

describe('the inbox', () => {
  it('counts what is new in the menu of every page, and no more once it was opened', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await send(john, susan, 'one');
    await send(john, susan, 'two');
    const browser = await site.signedIn(susan);
    expect(badgeOf(await browser.get('/explore'))).toBe('2');

    const inbox = await browser.get('/messages');

    expect(textsOf(inbox, '.mark')).toEqual(['New', 'New']);
    expect(badgeOf(inbox)).toBeNull();
    expect(badgeOf(await browser.get('/explore'))).toBeNull();
    expect(textsOf(await browser.get('/messages'), '.mark')).toEqual([]);
  });

  it('does not count as opened when nobody looks at it', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await send(john, susan, 'one');
    const browser = await site.signedIn(susan);
    const cookie = `session=${browser.cookie('session')}`;
    for (const path of ['/messages', '/messages/with/john']) {
      expect((await site.raw(path, { method: 'HEAD', headers: { cookie } })).status).toBe(200);
      expect((await browser.get(path, { 'sec-purpose': 'prefetch;prerender' })).status).toBe(200);
    }

    expect(badgeOf(await browser.get('/explore'))).toBe('1');
  });

  it('counts rightly again what was counted wrongly', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await send(john, susan, 'one');
    const browser = await site.signedIn(susan);
    await site.rows(`UPDATE \`user\` SET unread_messages_count = 3 WHERE id = ${susan.id}`);

    expect(badgeOf(await browser.get('/messages'))).toBeNull();
    expect(badgeOf(await browser.get('/explore'))).toBeNull();
  });

  it('leaves new what came after it was read', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await send(john, susan, 'one');
    const repository = site.app.get(MessagesRepository);
    const { page } = repository;
    const reading = jest.spyOn(repository, 'page').mockImplementationOnce(async (...args) => {
      const found = await page.apply(repository, args);
      await send(john, susan, 'two');
      return found;
    });
    const browser = await site.signedIn(susan);

    const inbox = await browser.get('/messages');
    expect([postsOf(inbox), badgeOf(inbox)]).toEqual([['one'], '1']);
    reading.mockRestore();
    expect(textsOf(await browser.get('/messages'), '.post:has(.mark) .post-body')).toEqual(['two']);
  });

  it('is paged to its very end, and back', async () => {
    const { susan, john } = await site.people('susan', 'john');
    for (let i = 1; i <= 27; i++) await send(john, susan, `${i}`);
    const browser = await site.signedIn(susan);

    const first = await browser.get('/messages');
    expect(postsOf(first).slice(0, 2)).toEqual(['27', '26']);
    expect(textsOf(first, '.pager a')).toEqual(['Newer messages', 'Older messages']);
    const second = await browser.get(pagerOf(first).older ?? '');
    expect(postsOf(second)).toEqual(['2', '1']);
    expect(pagerOf(second).older).toBeUndefined();
    expect(postsOf(await browser.get(pagerOf(second).newer ?? ''))).toEqual(postsOf(first));
  });

  it('forgets a copy, and leaves the other one alone', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await send(john, susan, 'one');
    const browser = await site.signedIn(susan);
    const inbox = await browser.get('/messages');
    const action = inbox.$('.message form').attr('action') ?? '';
    const thief = await site.signedIn(mary);
    const token = (await thief.get('/')).$('[name=csrf_token]').first().attr('value') ?? '';
    expect((await thief.post(action, { csrf_token: token })).status).toBe(404);

    const answer = await browser.submit('/messages', action);

    expect(flashOf(await browser.follow(answer))).toBe('Your copy of the message has been deleted.');
    expect(postsOf(await browser.get('/messages'))).toEqual([]);
    expect(postsOf(await (await site.signedIn(john)).get('/messages/sent'))).toEqual(['one']);
  });

  it('forgets it where it was asked to, and goes to no other site', async () => {
    const { susan, john } = await site.people('susan', 'john');
    for (const body of ['one', 'two']) await send(john, susan, body);
    const browser = await site.signedIn(susan);
    const actions = (await browser.get('/messages/with/john'))
      .$('.said form')
      .map((_, { attribs }) => attribs['action'])
      .get();

    const there = await browser.submit('/messages/with/john', actions[0] ?? '');
    expect([there.status, there.location]).toEqual([303, '/messages/with/john']);

    const form = await browser.fill('/messages', actions[1] ?? '');
    form.values.set('next', '//evil.example');
    expect((await browser.send(form)).location).toBe('/messages');
  });

  it('is nobody else’s', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await send(john, susan, 'secret');
    const browser = await site.signedIn(mary);
    for (const path of ['/messages', '/messages/sent', '/messages/with/susan', '/messages/with/john']) {
      expect((await browser.get(path)).body).not.toContain('secret');
    }
  });
});

describe('a conversation', () => {
  it('holds what two said to each other, the newest first, and takes the answer', async () => {
    const { susan, john, mary } = await site.people('susan', 'john', 'mary');
    await send(john, susan, 'one');
    await send(mary, susan, 'not here');
    await send(susan, john, 'two');
    const browser = await site.signedIn(susan);

    const answer = await browser.submit('/messages/with/john', '/messages/with/john', { message: 'three' });
    const page = await browser.follow(answer);

    expect(textsOf(page, '.said-body')).toEqual(['three', 'two', 'one']);
    // What mary wrote was not opened.
    expect(badgeOf(page)).toBe('1');
  });

  it('goes with the account of one of them, unread ones too', async () => {
    const { susan, john } = await site.people('susan', 'john');
    await send(john, susan, 'one');
    await site.app.get(MessagesService).removeAllWith(john.id, new AbortController().signal);

    expect(badgeOf(await (await site.signedIn(susan)).get('/messages'))).toBeNull();
    // His own copy goes with the account itself.
    expect(await site.count('message')).toBe(1);
  });
});

it('counts rightly when many write at once and the reader opens the inbox meanwhile', async () => {
  const { susan, john, mary } = await site.people('susan', 'john', 'mary');
  const browser = await site.signedIn(susan);
  await send(john, susan, 'first');

  await Promise.all([
    ...Array.from({ length: 8 }, (_, i) => send(i % 2 ? john : mary, susan, `${i}`)),
    ...Array.from({ length: 4 }, (_, i) => send(susan, i % 2 ? john : mary, `${i}`)),
    ...Array.from({ length: 4 }, () => browser.get('/messages')),
  ]);

  const [row] = await site.rows<{ kept: number; counted: number }>(
    `SELECT unread_messages_count AS kept, (SELECT COUNT(*) FROM message m WHERE m.owner_id = u.id AND m.read_at IS NULL) AS counted
     FROM \`user\` u WHERE username = 'susan'`,
  );
  expect(Number(row?.kept)).toBe(Number(row?.counted));
});
