import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../common/viewer';
import type { User } from '../../users/user.entity';
import { InvalidCredentials } from '../auth.errors';
import { CredentialsService } from '../credentials.service';
import { EmailQuestions } from '../email/email-questions.service';
import { WrongPassword } from './account.errors';
import type { PasswordAgainDto } from './dto/account.dto';

/** Who wants a change, and the password once more. Services take it, so that none of their callers can forget to ask. */
export interface Proof {
  readonly viewer: Viewer;
  readonly password: string;
  /** Where it was typed. */
  readonly ip: string | undefined;
}

/** Out of what was sent, and from where. */
export const proofOf = (sent: PasswordAgainDto, viewer: Viewer, { ip }: Pick<Proof, 'ip'>): Proof => ({
  viewer,
  password: sent.current_password,
  ip,
});

/** What one changes about one's own account, each time with the password: an open browser may be somebody else's for a minute. */
@Injectable()
export class AccountService {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly emails: EmailQuestions,
  ) {}

  /** @throws WrongPassword, TooManyRequests */
  async changeEmail(proof: Proof, email: string, locale: string): Promise<void> {
    const user = await this.verify(proof);
    if (email === user.email) return this.emails.cancel(user.id);
    await this.emails.allow(email);
    await this.emails.request(user, email, locale);
  }

  /** Ends every session and token of theirs, this very one too: the caller begins another. @throws WrongPassword, TooManyRequests */
  async changePassword(proof: Proof, password: string, locale: string): Promise<User> {
    const user = await this.verify(proof);
    const passwordHash = await this.credentials.replace(user, password, locale);
    if (passwordHash === null) throw new WrongPassword();
    return { ...user, passwordHash };
  }

  /** @throws WrongPassword, TooManyRequests */
  async verify({ viewer, password, ip }: Proof): Promise<User> {
    try {
      return await this.credentials.verify(viewer.username, password, ip);
    } catch (error) {
      throw error instanceof InvalidCredentials ? new WrongPassword() : error;
    }
  }
}
