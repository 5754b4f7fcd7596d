import { isEmail } from 'class-validator';
import type { Environment } from './environment';
import type { HttpConfig } from './http.config';

/** How mail leaves the site. */
export class MailConfig {
  /** `smtp://user:password@host:port`, `smtps:` for TLS from the first byte. Absent: mails are files in `DATA_DIR/mail`. */
  readonly smtpUrl: URL | undefined;
  /** An address, or a name and an address: `Microblog <hello@example.com>`. */
  readonly from: string;
  /** Who is told when something breaks. */
  readonly admins: readonly string[];

  constructor(environment: Environment, http: HttpConfig) {
    this.smtpUrl = environment.url('SMTP_URL', ['smtp:', 'smtps:']);
    this.from = environment.text('MAIL_FROM', `Microblog <no-reply@${new URL(http.origin).hostname}>`);
    if (/[\r\n]/.test(this.from) || !isAddress(this.from)) {
      environment.fault('MAIL_FROM', 'must be an address, or a name and an address: Microblog <hello@example.com>');
    }
    this.admins = environment.list('ADMINS', []);
    if (!this.admins.every((admin) => isEmail(admin))) environment.fault('ADMINS', 'must be addresses, separated by commas');
  }

  /** What stands behind the @ of the ids of mails. */
  get domain(): string {
    return addressIn(this.from).replace(/^.*@/, '');
  }
}

const isAddress = (text: string): boolean => isEmail(addressIn(text), { allow_ip_domain: true, require_tld: false });

const addressIn = (text: string): string => /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text;
