import { SubCommand } from 'nest-commander';
import { Jobs } from '../../jobs/jobs.service';
import { ReportCommand, type ReportOptions } from '../base.command';
import { CommandFailed } from '../command.errors';
import { counted } from '../table';
import { wholeNumber } from '../whole-number';

@SubCommand({
  name: 'retry',
  arguments: '[id]',
  argsDescription: { id: 'of a job that was given up; all of them when left out' },
  description: 'try again what was given up',
})
export class JobsRetryCommand extends ReportCommand {
  async run([text]: string[], options: ReportOptions): Promise<void> {
    const id = text === undefined ? undefined : wholeNumber('id', text, { min: 1 });
    const retried = await (await this.program.get(Jobs)).retry(id);
    if (id !== undefined && retried === 0) throw new CommandFailed(`No job ${id} was given up.`);
    this.report(
      options,
      { retried },
      retried > 0 ? `Trying ${counted(retried, 'job')} again.` : 'Nothing to do: no job was given up.',
    );
  }
}
