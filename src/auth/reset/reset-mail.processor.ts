import type { JobProcessor, JobRun } from '../../jobs/job-kind';
import { JobKind, Processes } from '../../jobs/job-kind';
import { UrlFor } from '../../routing/url-for';
import { PersonMailer } from '../../users/person-mailer.service';
import { UsersRepository } from '../../users/users.repository';
import { ResetTokens } from './reset-tokens.service';

/** Told the address that somebody typed, not whose it is: asking must look the same whether or not it is anybody's. */
export const RESET_MAIL = new JobKind<Readonly<{ email: string; locale: string }>>('auth.resetMail');

/** Writes to the owner of an address how to set a new password. The token is made now: it lives for minutes, and mail may wait for hours. */
@Processes(RESET_MAIL)
export class ResetMailProcessor implements JobProcessor<typeof RESET_MAIL.data> {
  constructor(
    private readonly users: UsersRepository,
    private readonly tokens: ResetTokens,
    private readonly mailer: PersonMailer,
    private readonly urls: UrlFor,
  ) {}

  async process({ email, locale }: typeof RESET_MAIL.data, run: JobRun): Promise<void> {
    const user = await this.users.findByEmail(email);
    if (!user) return;
    const url = this.urls.path('passwordReset.choose', { token: this.tokens.issue(user) }, { absolute: true });
    await this.mailer.send({ userId: user.id, locale }, run, () => ({
      template: 'mail/reset-password',
      subject: { key: 'mail.resetPassword.subject' },
      locals: { url },
    }));
  }
}
