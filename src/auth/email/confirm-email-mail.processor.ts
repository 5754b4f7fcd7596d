import { JobKind, type JobProcessor, type JobRun, Processes } from '../../jobs/job-kind';
import { UrlFor } from '../../routing/url-for';
import { PersonMailer, type PersonMailData } from '../../users/person-mailer.service';
import { EmailTokens } from './email-tokens';

export const CONFIRM_EMAIL_MAIL = new JobKind<PersonMailData & Readonly<{ email: string }>>('auth.confirmEmailMail');

/** Asks whoever reads the mail of an address whether it is theirs. */
@Processes(CONFIRM_EMAIL_MAIL)
export class ConfirmEmailMailProcessor implements JobProcessor<typeof CONFIRM_EMAIL_MAIL.data> {
  constructor(
    private readonly mailer: PersonMailer,
    private readonly tokens: EmailTokens,
    private readonly urls: UrlFor,
  ) {}

  async process({ email, ...data }: typeof CONFIRM_EMAIL_MAIL.data, run: JobRun): Promise<void> {
    const token = this.tokens.issue({ userId: data.userId, email });
    await this.mailer.send(data, run, () => ({
      to: email,
      template: 'mail/confirm-email',
      subject: { key: 'mail.confirmEmail.subject' },
      locals: { url: this.urls.path('emailConfirmation.show', { token }, { absolute: true }) },
    }));
  }
}
