import { SubCommand } from 'nest-commander';
import { ReportCommand, type ReportOptions } from '../base.command';
import { counted, table } from '../table';
import { CountersService } from './counters.service';

@SubCommand({ name: 'rebuild', description: 'count posts, followers and followed people anew, and tell what was wrong' })
export class CountersRebuildCommand extends ReportCommand {
  async run(_: string[], options: ReportOptions): Promise<void> {
    const { checked, corrections } = await (await this.program.get(CountersService)).rebuild();
    const rows = corrections.map(({ username, counter, was, is }) => [username, counter, was, is]);
    const text =
      rows.length > 0
        ? table(['username', 'counter', 'was', 'is'], rows)
        : `Nothing was wrong with ${counted(checked, 'account')}.`;
    this.report(options, { checked, corrections }, text);
  }
}
