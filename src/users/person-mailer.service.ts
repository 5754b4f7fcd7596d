import { Injectable } from '@nestjs/common';
import { SiteConfig } from '../config/site.config';
import type { JobRun } from '../jobs/job-kind';
import { type Mail, MailService } from '../mail/mail.service';
import type { User } from './user.entity';
import { UsersRepository } from './users.repository';

/** What a job of a mail to a person is told. */
export type PersonMailData = Readonly<{
  userId: number;
  /** In which language they, or whoever caused the mail, saw the site: for who has chosen none. */
  locale: string;
}>;

export type Letter = Pick<Mail, 'template' | 'subject' | 'attachments'> & {
  /** Another address than that of the account. */
  readonly to?: string;
  readonly locals?: Readonly<Record<string, unknown>>;
};

/** Mails to people who have an account, in their language and by their clock. */
@Injectable()
export class PersonMailer {
  constructor(
    private readonly users: UsersRepository,
    private readonly mail: MailService,
    private readonly site: SiteConfig,
  ) {}

  /**
   * @param letter is asked for when the person is known; null writes none
   * @throws as `MailService.send`; nothing for a person who is no more
   */
  async send({ userId, locale }: PersonMailData, run: JobRun, letter: (person: User) => Letter | null): Promise<void> {
    const person = await this.users.findById(userId);
    const written = person && letter(person);
    if (!written) return;
    const { to = person.email, locals = {}, ...rest } = written;
    const settings = await this.users.findSettings(userId);
    await this.mail.send({
      ...rest,
      to,
      locale: this.localeOf(settings?.locale ?? locale),
      timeZone: settings?.timeZone,
      locals: { username: person.username, ...locals },
      key: run.key,
    });
  }

  /** It may have been on offer when the job was written, or the settings saved. */
  private localeOf(chosen: string): string {
    return this.site.languages.includes(chosen) ? chosen : this.site.defaultLanguage;
  }
}
