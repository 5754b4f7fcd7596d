import { createTransport } from 'nodemailer';
import { within } from '../../common/within';
import type { Config } from '../../config/config';
import { mailTransport } from '../../mail/mail-transport';
import { about, type Finding, reasonOf } from './finding';

const { ok, warning, failed } = about('mail');

const STEP_MS = 5_000;
/** Of all steps together. */
const PATIENCE_MS = 8_000;
const IMPATIENT = { connectionTimeout: STEP_MS, greetingTimeout: STEP_MS, socketTimeout: STEP_MS, dnsTimeout: STEP_MS } as const;

/** Whether the mail server lets us in. Sends nothing: `microblog mail test` does. */
export async function checkMail({ app, mail }: Config): Promise<Finding[]> {
  return [mail.smtpUrl ? await greet(mail.smtpUrl, { app, mail }) : filesOnly(app), ...(app.isProduction ? adminsOf(mail) : [])];
}

function filesOnly({ isProduction }: Config['app']): Finding {
  const found = 'each mail is a file in DATA_DIR/mail';
  return isProduction ? warning(found, 'Set SMTP_URL, or nobody who forgets a password gets in again.') : ok(found);
}

async function greet({ host }: URL, { app, mail }: Pick<Config, 'app' | 'mail'>): Promise<Finding> {
  const transport = createTransport({ ...mailTransport(mail, app), ...IMPATIENT, pool: false });
  try {
    await within(PATIENCE_MS, transport.verify());
    return ok(`${host} lets us in`);
  } catch (error) {
    return failed(
      `${host}: ${reasonOf(error)}`,
      'See that SMTP_URL names the server, its port, the user and the password. Mails wait until then.',
    );
  } finally {
    transport.close();
  }
}

function adminsOf({ admins }: Config['mail']): Finding[] {
  return admins.length > 0
    ? []
    : [warning('nobody is told when something breaks', 'Set ADMINS to the addresses of those who look after the site.')];
}
