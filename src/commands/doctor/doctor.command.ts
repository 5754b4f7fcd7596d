import { Command } from 'nest-commander';
import { ReportCommand, type ReportOptions } from '../base.command';
import { CommandFailed } from '../command.errors';
import { counted } from '../table';
import { findingsText } from './finding';

@Command({
  name: 'doctor',
  description: 'look at all that the site depends on, and say what is wrong and what to do about it; changes nothing',
})
export class DoctorCommand extends ReportCommand {
  async run(_: string[], options: ReportOptions): Promise<void> {
    // Loaded when it is needed: help must not wait for the entities and their friends.
    const { examine } = await import('./examination.js');
    const findings = await examine(await this.program.inspect());
    this.report(options, findings, findingsText(findings));
    const failures = findings.filter(({ state }) => state === 'failed').length;
    if (failures > 0) throw new CommandFailed(`The site has ${counted(failures, 'fault')}.`);
  }
}
