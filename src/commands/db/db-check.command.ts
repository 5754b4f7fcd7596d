import { SubCommand } from 'nest-commander';
import { Migrator } from '../../database/migrator';
import { ReportCommand, type ReportOptions } from '../base.command';
import { CommandFailed } from '../command.errors';
import { counted } from '../table';

@SubCommand({ name: 'check', description: 'fail when the entities and the tables differ, and print the SQL that is missing' })
export class DbCheckCommand extends ReportCommand {
  async run(_: string[], options: ReportOptions): Promise<void> {
    const drift = await (await this.program.app()).get(Migrator).drift();
    const text = drift.map((statement) => `${statement};`).join('\n');
    this.report(options, { drift }, text || 'The entities and the tables agree.');
    if (drift.length > 0)
      throw new CommandFailed(`The tables differ from the entities by ${counted(drift.length, 'statement')}.`);
  }
}
