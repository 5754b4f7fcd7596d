import type { User } from './user.entity';

/** Changes the address of an account, in its own time: `auth` fills it, which knows how an address is confirmed. */
export abstract class EmailChanges {
  /** Counts the mails that a request will cause, to an address that may be a stranger's. Not in a transaction. @throws TooManyRequests */
  abstract allow(to: string): Promise<void>;

  /** In the transaction that is going on. @param locale language of the mails, for who has chosen none */
  abstract request(user: Pick<User, 'id' | 'email' | 'emailConfirmedAt'>, to: string, locale: string): Promise<void>;
}
