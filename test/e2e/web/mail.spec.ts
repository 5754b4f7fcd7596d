import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { JobRunner } from '../../../src/jobs/job-runner';
import { Jobs } from '../../../src/jobs/jobs.service';
import { MailService } from '../../../src/mail/mail.service';
import { TimelineService } from '../../../src/timeline/timeline.service';
import { factories } from '../../factories/factories';
import { BrowserSession } from '../../support/browser-session';
import { SmtpReceiver, silentServer } from '../../support/smtp-receiver';
import { startTestApp } from '../../support/test-app';
import { HOUR, MINUTE, useSite } from '../../support/site';

const REQUEST = '/auth/reset_password_request';

describe('mail by SMTP', () => {
  let smtp: SmtpReceiver;
  const variables: Record<string, string> = { MAIL_FROM: 'The Village <post@village.example>' };
  beforeAll(async () => {
    smtp = await SmtpReceiver.start();
    variables['SMTP_URL'] = smtp.url;
  });
  afterAll(() => smtp.stop());
  afterEach(() => {
    smtp.received.splice(0);
    smtp.manner = 'takes';
    smtp.refusal = undefined;
  });
  const site = useSite(variables);

  const ask = async (): Promise<void> => {
    await site.people('john');
    await site.browser().submit(REQUEST, REQUEST, { email: 'john@example.com' });
  };
  const ids = (): (string | undefined)[] => smtp.received.map(({ mail }) => mail.messageId);

  it('goes to one reader, from the site, as text and as HTML, and says that a machine wrote it', async () => {
    await ask();
    await site.workOff();

    const [{ mail, recipients }] = smtp.received as [(typeof smtp.received)[0]];
    expect(recipients).toEqual(['john@example.com']);
    expect(mail.from?.value).toEqual([{ name: 'The Village', address: 'post@village.example' }]);
    expect(mail.messageId).toMatch(/^<auth\.resetMail\.\d+\.\w+@village\.example>$/);
    expect(mail.text).toContain('Dear john,');
    expect(mail.html).toContain('<p>Dear john,</p>');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('arrives once when the server was away', async () => {
    await ask();
    const { port } = smtp;
    await smtp.stop();
    for (let hour = 0; hour < 3; hour++) {
      expect(await site.workOff()).toBe(1);
      site.later(HOUR);
    }

    smtp = await SmtpReceiver.start(port);
    await site.workOff();
    site.later(HOUR);
    await site.workOff();

    expect(smtp.received).toHaveLength(1);
  });

  it('has the same id when it is sent again, as nobody knows whether it arrived', async () => {
    await ask();
    smtp.manner = 'cuts';
    await site.workOff();
    smtp.manner = 'takes';
    site.later(2 * MINUTE);
    await site.workOff();

    expect(smtp.received).toHaveLength(2);
    expect(new Set(ids()).size).toBe(1);
  });

  it('is given up when the server knows no such reader, and tried again when it is only busy', async () => {
    await ask();
    smtp.refusal = { code: 451, text: 'Try again later' };
    await site.workOff();
    expect((await site.app.get(Jobs).counts()).map(({ state }) => state)).toEqual(['waiting']);
    smtp.refusal = { code: 550, text: 'No such user here' };
    site.later(2 * MINUTE);
    await site.workOff();

    const [dead] = await site.app.get(Jobs).dead(1);
    expect(dead?.lastError).toContain('No such user here');
    expect(smtp.received).toHaveLength(0);
  });

  it.each(['john@example.com, all@example.com', 'john@example.com\r\nBcc: all@example.com', '<a@example.com>', ''])(
    'is not sent to %j',
    async (to) => {
      const mail = {
        to,
        locale: 'en',
        subject: { key: 'mail.test.subject' as const },
        template: 'mail/test',
        locals: {},
        key: 'x',
      };

      await expect(site.app.get(MailService).send(mail)).rejects.toThrow('No address to write to');
      expect(smtp.received).toHaveLength(0);
    },
  );
});

describe('a mail server that says nothing', () => {
  it('keeps nobody waiting: a form is answered while a mail is stuck', async () => {
    const silent = await silentServer();
    const app = await startTestApp({ SMTP_URL: silent.url });
    try {
      await factories(app).people('john');
      const browser = new BrowserSession(app.url);
      await browser.submit(REQUEST, REQUEST, { email: 'john@example.com' });
      const stuck = app.get(JobRunner).runDue();

      const { status } = await browser.submit(REQUEST, REQUEST, { email: 'john@example.com' });

      expect(status).toBe(303);
      await silent.stop();
      await stuck;
    } finally {
      await app.stop();
    }
  });
});

describe('mail without a server', () => {
  const site = useSite({ ADMINS: 'root@example.com,boss@example.com' });

  it('is a file that only the owner of the site may read', async () => {
    await site.people('john');
    await site.browser().submit(REQUEST, REQUEST, { email: 'john@example.com' });
    await site.workOff();

    const folder = join(site.app.config.app.dataDir, 'mail');
    const [file] = readdirSync(folder);
    expect(file).toMatch(/^auth\.resetMail\.\d+\.\w+\.eml$/);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, file!)).mode & 0o777).toBe(0o600);
    expect(existsSync(join(folder, `${file}.part`))).toBe(false);
  });

  it('tells each admin of a fault, once for many requests that find it', async () => {
    const { susan } = await site.people('susan');
    const browser = await site.signedIn(susan);
    const fault = jest
      .spyOn(site.app.get(TimelineService), 'explore')
      .mockImplementation(() => Promise.reject(new Error('Boom <b>')));
    try {
      for (let i = 0; i < 5; i++) expect((await browser.get('/explore')).status).toBe(500);
      await site.workOff();
      const mails = await site.mails();

      expect(mails.map(({ subject }) => subject)).toEqual(['Microblog Failure', 'Microblog Failure']);
      expect(mails.map(({ to }) => (to as { text: string }).text).sort()).toEqual(['boss@example.com', 'root@example.com']);
      expect(mails[0]!.text).toMatch(/GET \/explore[^]*Error: Boom <b>[^]*\n +at /);
      expect(mails[0]!.html).toContain('Boom &lt;b&gt;');
      site.later(16 * MINUTE);
      await browser.get('/explore');
      await site.workOff();
      expect(await site.mails()).toHaveLength(2);
    } finally {
      fault.mockRestore();
    }
  });
});
