import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MailerService } from '@nestjs-modules/mailer';
import { Clock } from '../common/clock';
import type { Message } from '../common/message';
import { HttpConfig } from '../config/http.config';
import { MailConfig } from '../config/mail.config';
import { localeFacts } from '../i18n/locale';
import { Translator } from '../i18n/translator';
import { JobFailedForGood } from '../jobs/jobs.errors';
import { ViewEngine } from '../web/view-engine';

/** A file that comes with a mail. */
export interface MailAttachment {
  readonly filename: string;
  readonly content: string;
  /** MIME type. */
  readonly contentType: string;
}

export interface Mail {
  /** One address: who gets a mail sees nobody else's. */
  readonly to: string;
  /** The reader's language. */
  readonly locale: string;
  /** IANA. Absent: UTC, and the times say so. */
  readonly timeZone?: string | null;
  readonly subject: Message;
  /** `mail/reset-password` is `views/mail/reset-password.html.hbs` and `.text.hbs`. */
  readonly template: string;
  readonly locals: Readonly<Record<string, unknown>>;
  readonly attachments?: readonly MailAttachment[];
  /** Names the mail. Sent again, after an ending of which nobody knows, it has the same Message-ID. */
  readonly key: string;
}

/** Sends mails: for jobs, since it takes as long as the mail server wants. */
@Injectable()
export class MailService implements OnModuleInit {
  constructor(
    private readonly mailer: MailerService,
    private readonly engine: ViewEngine,
    private readonly translator: Translator,
    private readonly clock: Clock,
    private readonly config: MailConfig,
    private readonly http: HttpConfig,
  ) {}

  /** A template that is broken, or has one part only, stops the start and not the first mail of its kind. */
  onModuleInit(): void {
    const parts = this.engine.names('mail/').filter((name) => !name.includes('/parts/'));
    for (const part of parts) {
      const other = part.endsWith('.html') ? part.replace(/html$/, 'text') : part.replace(/text$/, 'html');
      if (!parts.includes(other)) throw new Error(`There is no template views/${other}.hbs beside views/${part}.hbs`);
      this.engine.check(part);
    }
  }

  /** @throws JobFailedForGood when this mail will never get there; anything else is worth another try */
  async send({ to, locale, timeZone = null, subject, template, locals, attachments = [], key }: Mail): Promise<void> {
    // The parser of addresses would take one of these for two.
    if (to === '' || /[\s,;<>]/.test(to)) throw new JobFailedForGood(`No address to write to: ${JSON.stringify(to)}`);
    const root = {
      locale: localeFacts(locale),
      timeZone,
      now: this.clock.now(),
      baseUrl: this.http.baseUrl,
      subject: this.translator.message(locale, subject),
      ...locals,
    };
    try {
      await this.mailer.sendMail({
        from: this.config.from,
        to: { name: '', address: to },
        subject: root.subject,
        text: this.engine.render(`${template}.text`, root),
        html: this.engine.render(`${template}.html`, root),
        attachments: [...attachments],
        messageId: `<${key}@${this.config.domain}>`,
        // Nobody is to answer a machine that is away (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw isFinal(error) ? new JobFailedForGood(String(error), { cause: error }) : error;
    }
  }
}

/** The server will not take this mail, today or tomorrow (RFC 5321, 4.2.1). That it does not like our password is no fault of the mail. */
function isFinal(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}
