import type * as Axe from 'axe-core';
import { source as axeSource } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { Viewer } from '../../src/common/viewer';
import { MessagesService } from '../../src/messages/messages.service';
import { ModerationService } from '../../src/moderation/moderation.service';
import { PostsService } from '../../src/posts/posts.service';
import { ReactionsService } from '../../src/posts/reactions/reactions.service';
import { RestrictionsService } from '../../src/restrictions/restrictions.service';
import { UsersService } from '../../src/users/users.service';
import { launchChromium } from '../support/chromium';
import { shoot, signIn, watch } from '../support/browser-page';
import { type TestApp, startTestApp } from '../support/test-app';
import { factories, type Person } from '../factories/factories';

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

const FOR_GUESTS = [
  '/auth/login',
  '/auth/register',
  '/auth/reset_password_request',
  '/settings/language',
  '/settings/appearance',
  '/nothing-here',
];
const FOR_MEMBERS = [
  '/',
  '/explore',
  '/user/john',
  '/user/susan',
  '/user/john/followers',
  '/user/john/following',
  '/edit_profile',
  '/settings/account',
  '/settings/account/email',
  '/settings/account/password',
  '/settings/security',
  '/settings/security/turn_on',
  '/settings/passkeys',
  '/settings/sessions',
  '/settings/tokens',
  '/settings/notifications',
  '/settings/blocked',
  '/notifications',
  '/messages',
  '/messages/sent',
  '/messages/with/susan',
  '/send_message/susan',
  '/search?q=river',
  '/search?q=from:',
  '/messages/search?q=mill',
  '/bookmarks',
  '/tag/river',
  '/report/susan',
  '/moderation',
  '/moderation/log',
  '/moderation/suspend/mary',
  '/user/mary',
  '/auth/logout',
  '/api/docs',
];

let app: TestApp;
let browser: Browser;
let postPaths: string[];

beforeAll(async () => {
  app = await startTestApp({ POSTS_PER_PAGE: '4' });
  const { people, follow, posted } = factories(app);
  const { susan, john, mary, david } = await people('susan', 'john', 'mary', 'david');
  await follow(john, susan, mary, david);
  await follow(susan, john);
  const ids = await posted(
    [susan, 'Morning light on the #river, and nobody else awake yet. @john?'],
    [mary, 'El tren llega tarde, pero la luz de la tarde lo compensa todo ☀️'],
    [david, `A very long word: ${'Donaudampfschifffahrt'.repeat(5)}`],
    [john, 'Two lines,\nand a second one.'],
    [mary, 'مساء الخير من النافذة'],
    [susan, '140 emoji are fine: 🍣🍺🦉🐦🌧️'],
  );
  postPaths = await talk(ids, { susan, john, mary });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await app.stop();
});

describe.each([
  { device: 'phone', viewport: PHONE, colorScheme: 'light' },
  { device: 'phone', viewport: PHONE, colorScheme: 'dark' },
  { device: 'desktop', viewport: DESKTOP, colorScheme: 'light' },
  { device: 'desktop', viewport: DESKTOP, colorScheme: 'dark' },
] as const)('on a $device, in the $colorScheme', ({ device, viewport, colorScheme }) => {
  it.each([
    { locale: 'en', who: 'guest' },
    { locale: 'es', who: 'john' },
  ])('every page can be used by everybody ($who, $locale)', async ({ locale, who }) => {
    const context = await browser.newContext({ viewport, colorScheme, locale, reducedMotion: 'reduce' });
    const faults = watch(context, app.url);
    const page = await context.newPage();
    if (who !== 'guest') await signIn(page, app.url, who);

    const found: Record<string, unknown> = {};
    for (const path of who === 'guest' ? FOR_GUESTS : [...FOR_MEMBERS, ...postPaths, '/user/nobody']) {
      await page.goto(app.url + path);
      await shoot(page, `${device}-${colorScheme}-${locale}${path.replaceAll('/', '-')}`);
      const violations = await violationsOf(page);
      if (violations.length > 0) found[path] = violations;
      if (await isWiderThanTheScreen(page)) found[`${path} width`] = 'scrolls sideways';
    }

    expect(found).toEqual({});
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** What people do with each other, so that each page has something to show. @returns the pages of posts */
async function talk(ids: readonly number[], { susan, john, mary }: Record<'susan' | 'john' | 'mary', Person>): Promise<string[]> {
  const [first = 0, , , own = 0] = ids;
  const viewer = (person: Person): Viewer => ({ id: person.id, username: person.username, role: 'moderator' }) as Viewer;
  const [posts, reactions] = [app.get(PostsService), app.get(ReactionsService)];
  const reply = await posts.publish(john.id, { body: 'Which river?', inReplyTo: first });
  await posts.publish(susan.id, { body: 'The one behind the mill.', inReplyTo: reply });
  await posts.edit(own, { body: 'Two lines,\nand another one.' }, viewer(john));
  await reactions.like(own, viewer(susan));
  await reactions.repost(first, viewer(john));
  await reactions.bookmark(first, viewer(john));
  await app.get(MessagesService).send(susan.id, john.id, { body: 'Shall we meet at the mill?' });
  await app.get(MessagesService).send(john.id, susan.id, { body: 'At seven.' });
  await app.get(UsersService).changeRole(john.id, 'moderator');
  await app.get(ModerationService).report(viewer(susan), await app.get(UsersService).get(mary.id), 'This is rude.', ids[1]);
  await app.get(ModerationService).removePost(viewer(john), ids[2] ?? 0, 'Too long a word.');
  await app.get(RestrictionsService).mute(john.id, mary.id);
  return [`/post/${reply}`, `/post/${first}`, `/post/${own}/edit`, `/post/${own}/history`];
}

/** What axe finds, by WCAG 2.2 A and AA and its best practices. Swagger UI's own markup is not ours to mend. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof Axe }).axe.run({ exclude: ['.swagger-ui'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

const isWiderThanTheScreen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
