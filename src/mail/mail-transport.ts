import { join } from 'node:path';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import type { AppConfig } from '../config/app.config';
import type { MailConfig } from '../config/mail.config';
import { MailFileTransport } from './mail-file.transport';

// A server that hangs holds up the job, not more, and the job is tried again.
const PATIENCE_MS = 10_000;
const MAX_CONNECTIONS = 2;

/** How mail leaves: over SMTP by connections that are kept, or as files. */
export function mailTransport(mail: MailConfig, app: AppConfig): MailFileTransport | SMTPPool.Options {
  if (!mail.smtpUrl) return new MailFileTransport(join(app.dataDir, 'mail'));
  const { protocol, hostname, port, username, password } = mail.smtpUrl;
  return {
    pool: true,
    maxConnections: MAX_CONNECTIONS,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? undefined : Number(port),
    secure: protocol === 'smtps:',
    auth: username === '' ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
    // What is written in a mail never makes us read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
