import type { User } from './user.entity';

/** Changes the address of an account, in its own time: `auth` fills it, which knows how an address is confirmed. */
export abstract class EmailChanges {
  /** @param locale language of the mails, for who has chosen none */
  abstract request(user: Pick<User, 'id' | 'email'>, to: string, locale: string): Promise<void>;
}
