import { JobKind, type JobProcessor, type JobRun, Processes } from '../../jobs/job-kind';
import { UrlFor } from '../../routing/url-for';
import { PersonMailer, type PersonMailData } from '../../users/person-mailer.service';

export const EMAIL_CHANGING_MAIL = new JobKind<PersonMailData & Readonly<{ from: string; to: string }>>('auth.emailChangingMail');

/** Tells the old address that a new one is to take its place: its owner may know nothing of that. */
@Processes(EMAIL_CHANGING_MAIL)
export class EmailChangingMailProcessor implements JobProcessor<typeof EMAIL_CHANGING_MAIL.data> {
  constructor(
    private readonly mailer: PersonMailer,
    private readonly urls: UrlFor,
  ) {}

  async process({ from, to, ...data }: typeof EMAIL_CHANGING_MAIL.data, run: JobRun): Promise<void> {
    await this.mailer.send(data, run, () => ({
      to: from,
      template: 'mail/email-changing',
      subject: { key: 'mail.emailChanging.subject' },
      locals: { email: to, url: this.urls.path('account.show', {}, { absolute: true }) },
    }));
  }
}
