import type { Theme } from './theme';

/** Who is looking: the signed-in person as every page and policy needs them. Filled by the guards in `auth`. */
export interface Viewer {
  readonly id: number;
  readonly username: string;
  readonly email: string;
  /** Somebody who reads its mail said that the address is theirs. */
  readonly emailConfirmed: boolean;
  /** How many accounts they follow. */
  readonly followingCount: number;
  /** Private messages that came and were not opened yet. */
  readonly unreadMessages: number;
  /** What happened and was not looked at yet. */
  readonly unreadNotifications: number;
  /** Chosen in the settings; null follows the browser. */
  readonly locale: string | null;
  /** IANA, such as `Europe/Madrid`; null follows the browser. */
  readonly timeZone: string | null;
  /** Null when nothing was chosen. */
  readonly theme: Theme | null;
  /** `user`, `moderator` or `admin`. */
  readonly role: string;
}
