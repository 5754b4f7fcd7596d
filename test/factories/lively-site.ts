import type { Viewer } from '../../src/common/viewer';
import { MessagesService } from '../../src/messages/messages.service';
import { ModerationService } from '../../src/moderation/moderation.service';
import { PostsService } from '../../src/posts/posts.service';
import { ReactionsService } from '../../src/posts/reactions/reactions.service';
import { RestrictionsService } from '../../src/restrictions/restrictions.service';
import { UsersService } from '../../src/users/users.service';
import type { TestApp } from '../support/test-app';
import { factories, type Person } from './factories';

/** A site on which every page has something to show, and the pages themselves. john is signed in, or nobody. */

export const FOR_GUESTS = [
  '/auth/login',
  '/auth/register',
  '/auth/reset_password_request',
  '/settings/language',
  '/settings/appearance',
  '/nothing-here',
];
export const FOR_MEMBERS = [
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

/** @param app one that holds nobody yet @returns the pages of posts */
export async function enliven(app: TestApp): Promise<string[]> {
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
  return talk(app, ids, { susan, john, mary });
}

/** What people do with each other, so that each page has something to show. @returns the pages of posts */
async function talk(
  app: TestApp,
  ids: readonly number[],
  { susan, john, mary }: Record<'susan' | 'john' | 'mary', Person>,
): Promise<string[]> {
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
