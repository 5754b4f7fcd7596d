import { Injectable } from '@nestjs/common';
import { Jobs } from '../../jobs/jobs.service';
import { addressKey } from '../../throttling/address-key';
import { Throttles } from '../../throttling/throttles.service';
import { keyOf } from '../../users/user.entity';
import { CredentialsService } from '../credentials.service';
import type { Origin } from '../origin';
import { RESET_MAIL } from './reset-mail.processor';
import { ResetTokenInvalid } from './reset.errors';
import { ResetTokens } from './reset-tokens.service';

/** The way back in for who forgot the password: by a mail to the address of the account. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly tokens: ResetTokens,
    private readonly credentials: CredentialsService,
    private readonly jobs: Jobs,
    private readonly throttles: Throttles,
  ) {}

  /** Errors: TooManyRequests from one place; none for an unknown address, and the same work: nobody learns who has an account (OWASP, Forgot Password Cheat Sheet). */
  async request(email: string, { ip, locale }: Origin): Promise<void> {
    await this.throttles.take('mailsFromAddress', addressKey(ip));
    // Silently: whoever asks must not learn that others have asked.
    if (!(await this.throttles.tryTake('mailsToAddress', keyOf(email)))) return;
    await this.jobs.add(RESET_MAIL, { email, locale });
  }

  async isValid(token: string): Promise<boolean> {
    return (await this.tokens.ownerOf(token)) !== null;
  }

  /** @throws ResetTokenInvalid also when the token was used meanwhile */
  async reset(token: string, password: string, locale: string): Promise<void> {
    const user = await this.tokens.ownerOf(token);
    if (!user) throw new ResetTokenInvalid();
    const passwordHash = await this.credentials.replace(user, password, locale);
    if (passwordHash === null) throw new ResetTokenInvalid();
  }
}
