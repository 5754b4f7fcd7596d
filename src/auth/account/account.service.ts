import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../common/viewer';
import type { User } from '../../users/user.entity';
import { InvalidCredentials } from '../auth.errors';
import { CredentialsService } from '../credentials.service';
import { EmailQuestions } from '../email/email-questions.service';
import { WrongPassword } from './account.errors';

/** What one changes about one's own account, each time with the password: an open browser may be somebody else's for a minute. */
@Injectable()
export class AccountService {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly emails: EmailQuestions,
  ) {}

  /** @throws WrongPassword */
  async changeEmail(viewer: Viewer, email: string, password: string, locale: string): Promise<void> {
    const user = await this.proven(viewer, password);
    if (email === user.email) await this.emails.cancel(user.id);
    else await this.emails.request(user, email, locale);
  }

  /** Ends every session and token of theirs, this very one too: the caller begins another. @throws WrongPassword */
  async changePassword(viewer: Viewer, newPassword: string, password: string, locale: string): Promise<void> {
    const user = await this.proven(viewer, password);
    if (!(await this.credentials.replace(user, newPassword, locale))) throw new WrongPassword();
  }

  private async proven({ username }: Viewer, password: string): Promise<User> {
    try {
      return await this.credentials.verify(username, password);
    } catch (error) {
      throw error instanceof InvalidCredentials ? new WrongPassword() : error;
    }
  }
}
