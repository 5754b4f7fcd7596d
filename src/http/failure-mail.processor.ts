import { SiteConfig } from '../config/site.config';
import { JobKind, type JobProcessor, type JobRun, Processes } from '../jobs/job-kind';
import { MailService } from '../mail/mail.service';

/** What broke: `request` is method and path, `trace` the stack. */
export type Failure = Readonly<{ request: string; requestId: string; trace: string }>;

// Tried for three days, as mail is; the log has it anyway.
export const FAILURE_MAIL = new JobKind<Failure & Readonly<{ to: string }>>('http.failureMail');

/** Tells an admin of an error that nobody foresaw. */
@Processes(FAILURE_MAIL)
export class FailureMailProcessor implements JobProcessor<typeof FAILURE_MAIL.data> {
  constructor(
    private readonly mail: MailService,
    private readonly site: SiteConfig,
  ) {}

  async process({ to, ...failure }: typeof FAILURE_MAIL.data, { key }: JobRun): Promise<void> {
    const subject = { key: 'mail.failure.subject' } as const;
    await this.mail.send({ to, locale: this.site.defaultLanguage, subject, template: 'mail/failure', locals: failure, key });
  }
}
