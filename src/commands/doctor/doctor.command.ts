import { Command } from 'nest-commander';
import type { Config } from '../../config/config';
import { ReportCommand, type ReportOptions } from '../base.command';
import { CommandFailed } from '../command.errors';
import { table } from '../table';
import { about, type Finding, SUBJECTS } from './finding';

/** Looks at all that the site stands on. It opens no program, as that would wait for what is away, and changes nothing. */
@Command({ name: 'doctor', description: 'look whether all that the site stands on is sound, and tell what to do' })
export class DoctorCommand extends ReportCommand {
  async run(_: string[], options: ReportOptions): Promise<void> {
    const findings = complete(await this.examine());
    this.report(options, findings, textOf(findings));
    const failed = findings.filter(({ state }) => state === 'failed').length;
    if (failed > 0) throw new CommandFailed(`${failed} of ${findings.length} checks failed`);
  }

  private async examine(): Promise<Finding[]> {
    const { checkConfiguration, faultsOf } = await import('./configuration.check.js');
    let config: Config;
    try {
      config = await this.program.config();
    } catch (error) {
      return faultsOf(error);
    }
    const checks: Finding[][] = await Promise.all([
      import('./database.check.js').then(({ checkDatabase }) => checkDatabase(config)),
      import('./redis.check.js').then(({ checkRedis }) => checkRedis(config)),
      import('./mail.check.js').then(({ checkMail }) => checkMail(config)),
      import('./data-folder.check.js').then(({ checkDataFolder }) => checkDataFolder(config)),
    ]);
    return [...checkConfiguration(config), ...checks.flat()];
  }
}

/** In the order of the subjects, each with a line of its own: also where something else has to be mended first. */
function complete(findings: readonly Finding[]): Finding[] {
  return SUBJECTS.flatMap((subject) => {
    const own = findings.filter((finding) => finding.subject === subject);
    return own.length > 0 ? own : [about(subject).skipped('could not be looked at: see above')];
  });
}

/** What to do stands below what it is about. */
function textOf(findings: readonly Finding[]): string {
  const [titles, ...rows] = table(
    ['check', 'state', 'found'],
    findings.map(({ subject, state, found }) => [subject, state, found]),
  ).split('\n');
  const lines = rows.flatMap((row, i) => [row, ...(findings[i]?.advice ? [`    → ${findings[i].advice}`] : [])]);
  return [titles, ...lines].join('\n');
}
