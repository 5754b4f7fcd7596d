import { Jobs } from '../../../src/jobs/jobs.service';
import { JobRunner } from '../../../src/jobs/job-runner';
import { RESET_MAIL } from '../../../src/auth/reset/reset-mail.processor';
import { TIDY_JOBS } from '../../../src/jobs/tidy.processor';
import { MailService } from '../../../src/mail/mail.service';
import { JobFailedForGood } from '../../../src/jobs/jobs.errors';
import { UsersRepository } from '../../../src/users/users.repository';
import { takeMails } from '../../support/mails';
import { Operator } from './operator';

let operator: Operator;
beforeAll(async () => {
  operator = await Operator.withTables();
  const program = await operator.program();
  const john = { username: 'john', email: 'john@example.com', passwordHash: null, createdAt: new Date() };
  await program.get(UsersRepository).insert(john);
  jest.spyOn(program.get(MailService), 'send').mockRejectedValue(new JobFailedForGood('550 No such user'));
  await program.get(Jobs).add(RESET_MAIL, { email: john.email, locale: 'en' });
  await program.get(Jobs).add(RESET_MAIL, { email: 'nobody@example.com', locale: 'en' });
  await program.get(JobRunner).runDue();
  await program.get(Jobs).add(TIDY_JOBS, {}, { runAt: new Date(Date.now() + 1e6) });
  await program.close();
});
afterAll(() => operator.leave());

describe('jobs', () => {
  it('are counted, and those that were given up listed with what went wrong', async () => {
    const { code, out } = await operator.types(['jobs', 'status']);

    expect(code).toBe(0);
    expect(out).toMatch(/auth\.resetMail +dead +1\n/);
    expect(out).toMatch(/auth\.resetMail +done +1\n/);
    expect(out).toMatch(/jobs\.tidy +waiting +1\n/);
    expect(out).toContain('550 No such user');
    expect(out).not.toContain('john@example.com');
  });

  it('are told to programs', async () => {
    expect(await operator.asks(['jobs', 'status'])).toMatchObject({
      counts: [
        { kind: 'auth.resetMail', state: 'dead', count: 1 },
        { kind: 'auth.resetMail', state: 'done', count: 1 },
        { kind: 'jobs.tidy', state: 'waiting', count: 1 },
      ],
      oldestDue: null,
      dead: [{ kind: 'auth.resetMail', attempts: 1, lastError: 'JobFailedForGood: 550 No such user' }],
    });
  });

  it('are tried again, one or all', async () => {
    expect(await operator.types(['jobs', 'retry', '999'])).toMatchObject({ code: 1, err: expect.stringContaining('No job 999') });
    expect(await operator.types(['jobs', 'retry', 'x'])).toMatchObject({ code: 2 });
    expect(await operator.types(['jobs', 'retry'])).toMatchObject({ code: 0, out: 'Trying 1 job again.\n' });
    expect(await operator.types(['jobs', 'retry'])).toMatchObject({ code: 0, out: 'Nothing to do: no job was given up.\n' });
  });

  it('are forgotten when they were over long enough ago', async () => {
    expect(await operator.asks(['jobs', 'prune'])).toEqual({ pruned: 0 });
    expect(await operator.asks(['jobs', 'prune', '--days', '0'])).toEqual({ pruned: 1 });
  });
});

describe('mail test', () => {
  it('sends a mail and tells how', async () => {
    const { code, out } = await operator.types(['mail', 'test', 'me@example.com']);

    expect({ code, out }).toEqual({
      code: 0,
      out: 'Sent to me@example.com by a file in DATA_DIR/mail, as there is no SMTP_URL.\n',
    });
    const [mail] = await takeMails(operator.variables['DATA_DIR']!);
    expect(mail?.subject).toBe('[Microblog] A test');
  });

  it('takes an address only', async () => {
    expect(await operator.types(['mail', 'test', 'me'])).toMatchObject({ code: 2 });
  });
});
