import { randomUUID } from 'node:crypto';
import { isEmail } from 'class-validator';
import { SubCommand } from 'nest-commander';
import { MailConfig } from '../../config/mail.config';
import { SiteConfig } from '../../config/site.config';
import { MailService } from '../../mail/mail.service';
import { ReportCommand, type ReportOptions } from '../base.command';
import { WrongUse } from '../command.errors';

@SubCommand({
  name: 'test',
  arguments: '<address>',
  description: 'send a mail there at once, and tell what the mail server says',
})
export class MailTestCommand extends ReportCommand {
  async run([to = '']: string[], options: ReportOptions): Promise<void> {
    if (!isEmail(to)) throw new WrongUse(`${to} is no e-mail address`);
    const app = await this.program.app();
    const { smtpUrl } = app.get(MailConfig);
    await app.get(MailService).send({
      to,
      locale: app.get(SiteConfig).defaultLanguage,
      subject: { key: 'mail.test.subject' },
      template: 'mail/test',
      locals: {},
      key: `test.${randomUUID()}`,
    });
    const by = smtpUrl ? smtpUrl.host : 'a file in DATA_DIR/mail, as there is no SMTP_URL';
    this.report(options, { to, by }, `Sent to ${to} by ${by}.`);
  }
}
