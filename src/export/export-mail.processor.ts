import { type JobProcessor, type JobRun, Processes } from '../jobs/job-kind';
import { UrlFor } from '../routing/url-for';
import { PersonMailer } from '../users/person-mailer.service';
import { ExportContents } from './export-contents.queries';
import { EXPORT_DAYS } from './export.entity';
import { EXPORT_MAIL } from './export.kinds';
import { ExportsRepository } from './exports.repository';
import { jsonDocument } from './json-document';

/** More than so much mail servers may not take. */
const MOST_ATTACHED_BYTES = 512 * 1024;

/** Tells somebody that their archive is there; the posts come with the mail when they are few. */
@Processes(EXPORT_MAIL)
export class ExportMailProcessor implements JobProcessor<typeof EXPORT_MAIL.data> {
  constructor(
    private readonly mailer: PersonMailer,
    private readonly exports: ExportsRepository,
    private readonly contents: ExportContents,
    private readonly urls: UrlFor,
  ) {}

  async process({ exportId, ...data }: typeof EXPORT_MAIL.data, run: JobRun): Promise<void> {
    const found = await this.exports.find(exportId);
    if (!found) return;
    const posts = await this.fewPosts(data.userId);
    await this.mailer.send(data, run, () => ({
      template: 'mail/export-ready',
      subject: { key: 'mail.exportReady.subject' },
      locals: {
        url: this.urls.path('exports.show', { id: exportId }, { absolute: true }),
        days: EXPORT_DAYS,
        isAttached: posts !== null,
      },
      attachments: posts === null ? [] : [{ filename: 'posts.json', content: posts, contentType: 'application/json' }],
    }));
  }

  /** Null when they are too much for a mail. */
  private async fewPosts(userId: number): Promise<string | null> {
    let text = '';
    for await (const piece of jsonDocument(this.contents.posts(userId), () => Promise.resolve())) {
      text += piece;
      if (Buffer.byteLength(text) > MOST_ATTACHED_BYTES) return null;
    }
    return text;
  }
}
