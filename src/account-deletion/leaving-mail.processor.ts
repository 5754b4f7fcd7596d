import { JobKind, type JobProcessor, type JobRun, Processes } from '../jobs/job-kind';
import { UrlFor } from '../routing/url-for';
import { PersonMailer, type PersonMailData } from '../users/person-mailer.service';

export const LEAVING_MAIL = new JobKind<PersonMailData>('accountDeletion.leavingMail');

/** Tells somebody that their account will be deleted, and how to keep it: it may not have been them. */
@Processes(LEAVING_MAIL)
export class LeavingMailProcessor implements JobProcessor<PersonMailData> {
  constructor(
    private readonly mailer: PersonMailer,
    private readonly urls: UrlFor,
  ) {}

  async process(data: PersonMailData, run: JobRun): Promise<void> {
    await this.mailer.send(data, run, ({ deletesAt }) =>
      // Who has come back meanwhile has nothing to fear.
      deletesAt === null
        ? null
        : {
            template: 'mail/leaving',
            subject: { key: 'mail.leaving.subject' },
            locals: { url: this.urls.path('auth.login', {}, { absolute: true }), deletesAt: deletesAt.toISOString() },
          },
    );
  }
}
