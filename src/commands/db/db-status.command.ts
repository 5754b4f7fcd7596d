import { SubCommand } from 'nest-commander';
import { Migrator } from '../../database/migrator';
import { ReportCommand, type ReportOptions } from '../base.command';
import { momentText, table } from '../table';

@SubCommand({ name: 'status', description: 'list the migrations and when each was applied' })
export class DbStatusCommand extends ReportCommand {
  async run(_: string[], options: ReportOptions): Promise<void> {
    const migrations = await (await this.program.app()).get(Migrator).status();
    const rows = migrations.map(({ name, appliedAt }) => [name, appliedAt === null ? 'waits' : momentText(appliedAt)]);
    this.report(options, migrations, table(['migration', 'applied (UTC)'], rows));
  }
}
