import { Option, SubCommand } from 'nest-commander';
import { Jobs } from '../../jobs/jobs.service';
import { ReportCommand, type ReportOptions } from '../base.command';
import { counted } from '../table';
import { wholeNumber } from '../whole-number';

const DAYS = 7;

@SubCommand({ name: 'prune', description: 'forget the jobs that were done or given up some days ago' })
export class JobsPruneCommand extends ReportCommand {
  async run(_: string[], { days = DAYS, ...options }: ReportOptions & { days?: number }): Promise<void> {
    const pruned = await (await this.program.get(Jobs)).prune(days);
    this.report(options, { pruned }, `Forgot ${counted(pruned, 'job')}.`);
  }

  @Option({ flags: '--days <n>', description: `how many days ago at least; ${DAYS} when left out` })
  parseDays(text: string): number {
    return wholeNumber('--days', text, { min: 0 });
  }
}
