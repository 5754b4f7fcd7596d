import type { JobProcessor, JobRun } from '../../jobs/job-kind';
import { JobKind, Processes } from '../../jobs/job-kind';
import { UrlFor } from '../../routing/url-for';
import { PersonMailer, type PersonMailData } from '../../users/person-mailer.service';

export const PASSWORD_CHANGED_MAIL = new JobKind<PersonMailData>('auth.passwordChangedMail');

/** Tells somebody that their password was changed: it may have been a thief. */
@Processes(PASSWORD_CHANGED_MAIL)
export class PasswordChangedMailProcessor implements JobProcessor<PersonMailData> {
  constructor(
    private readonly mailer: PersonMailer,
    private readonly urls: UrlFor,
  ) {}

  async process(data: PersonMailData, run: JobRun): Promise<void> {
    await this.mailer.send(data, run, () => ({
      template: 'mail/password-changed',
      subject: { key: 'mail.passwordChanged.subject' },
      locals: { url: this.urls.path('passwordReset.request', {}, { absolute: true }) },
    }));
  }
}
