import { SubCommand } from 'nest-commander';
import { Migrator } from '../../database/migrator';
import { ReportCommand, type ReportOptions } from '../base.command';

@SubCommand({ name: 'upgrade', description: 'apply the migrations that wait' })
export class DbUpgradeCommand extends ReportCommand {
  async run(_: string[], options: ReportOptions): Promise<void> {
    const applied = await (await this.program.app()).get(Migrator).upgrade();
    const lines = applied.map((name) => `Applied ${name}`);
    this.report(options, { applied }, lines.join('\n') || 'Nothing to do: the tables are up to date.');
  }
}
