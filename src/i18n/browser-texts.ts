// Written by "microblog translate compile".
import type { TextKey } from '../common/text-key';

/** The texts that the scripts of the browser ask for. */
export const BROWSER_TEXTS: readonly TextKey[] = [
  'auth.passkey.failed',
  'errors.translation.failed',
  'settings.passkeys.failed',
  'site.counter.left',
  'site.counter.over',
  'site.nav.unreadMessages',
  'site.nav.unreadNotifications',
  'timeline.home.newPosts',
  'translation.back',
];
