import { AppConfig } from './app.config';
import { Environment } from './environment';
import { HttpConfig } from './http.config';
import { MailConfig } from './mail.config';

function read(variables: Record<string, string> = {}): { config: MailConfig; faults: string[] } {
  const environment = new Environment(variables);
  const config = new MailConfig(environment, new HttpConfig(environment, new AppConfig(environment)));
  return { config, faults: environment.faults.map(({ name }) => name) };
}

describe('mail', () => {
  it('needs no configuration: it becomes files, from the host of the site', () => {
    const { config, faults } = read({ BASE_URL: 'https://blog.example/here' });

    expect(faults).toEqual([]);
    expect(config.smtpUrl).toBeUndefined();
    expect(config.from).toBe('Microblog <no-reply@blog.example>');
    expect(config.domain).toBe('blog.example');
  });

  it('has a sender, with a name or without', () => {
    expect(read({ MAIL_FROM: 'hello@village.example' }).config.domain).toBe('village.example');
    expect(read({ MAIL_FROM: 'The Village <hello@village.example>' }).config.domain).toBe('village.example');
    expect(read().faults).toEqual([]);
  });

  it.each([
    { MAIL_FROM: 'hello' },
    { MAIL_FROM: 'a@b.example\nBcc: c@d.example' },
    { SMTP_URL: 'mail.example' },
    { SMTP_URL: 'http://mail.example' },
    { ADMINS: 'root@example.com, root' },
  ] as Record<string, string>[])('refuses %j', (variables) => {
    expect(read(variables).faults).toEqual(Object.keys(variables));
  });

  it('knows its admins', () => {
    expect(read({ ADMINS: 'root@example.com, boss@example.com' }).config.admins).toEqual([
      'root@example.com',
      'boss@example.com',
    ]);
  });
});
