import { createTransport } from 'nodemailer';
import { within } from '../../../common/within';
import type { Config } from '../../../config/config';
import { MailFileTransport } from '../../../mail/mail-file.transport';
import { mailTransport } from '../../../mail/mail-transport';
import { failed, okUnless, type Outcome, warning } from '../finding';
import { reasonOf } from '../reason';
import { PATIENCE_MS } from '../sources';

// Less than a check may take, so that the mail server is named and not the check.
const MAIL_PATIENCE_MS = PATIENCE_MS - 1_000;

/** Whether mail would leave: speaks to the mail server, signs in, and sends nothing. */
export async function checkMail({ mail, app }: Config): Promise<readonly Outcome[]> {
  const options = mailTransport(mail, app);
  const wrong: Outcome[] = [];
  if (options instanceof MailFileTransport) {
    if (!app.isProduction) return okUnless('no SMTP_URL: mails are files in DATA_DIR/mail', []);
    wrong.push(
      warning(
        'no SMTP_URL: mails are files in DATA_DIR/mail, and reach nobody',
        'Set SMTP_URL to smtp://user:password@host:587.',
      ),
    );
  } else {
    const transport = createTransport({ ...options, connectionTimeout: MAIL_PATIENCE_MS, greetingTimeout: MAIL_PATIENCE_MS });
    try {
      await within(MAIL_PATIENCE_MS, transport.verify());
    } catch (error) {
      wrong.push(failed(`${mail.smtpUrl?.host}: ${reasonOf(error)}`, adviceOn(error as NodeJS.ErrnoException)));
    } finally {
      transport.close();
    }
    if (/^\[?[\d.:]+\]?$|^localhost$/.test(mail.domain)) {
      wrong.push(
        warning(`mails come from ${mail.domain}, which mail servers refuse`, 'Set MAIL_FROM to an address of your domain.'),
      );
    }
  }
  if (app.isProduction && mail.admins.length === 0) {
    wrong.push(warning('no ADMINS: nobody is told when something breaks', 'Set ADMINS to your address.'));
  }
  return okUnless(`${mail.smtpUrl?.host} would take mails from ${mail.from}`, wrong);
}

function adviceOn({ code = '', message }: NodeJS.ErrnoException): string {
  if (code === 'EAUTH') return 'Correct user and password in SMTP_URL; write special characters as %40.';
  if (/certificate|SSL|TLS/i.test(message))
    return 'Use smtps: where TLS comes first (port 465), smtp: elsewhere (587), and a name that its certificate has.';
  return 'Correct host and port in SMTP_URL, or start the mail server; until then mails wait.';
}
