import { SubCommand } from 'nest-commander';
import { Migrator } from '../../database/migrator';
import { ReportCommand, type ReportOptions } from '../base.command';
import { wholeNumber } from '../whole-number';

@SubCommand({
  name: 'downgrade',
  arguments: '[n]',
  argsDescription: { n: 'how many; 1 when left out' },
  description: 'take back the latest migrations, with what their tables hold',
})
export class DbDowngradeCommand extends ReportCommand {
  async run([n = '1']: string[], options: ReportOptions): Promise<void> {
    const steps = wholeNumber('n', n, { min: 1 });
    const takenBack = await (await this.program.app()).get(Migrator).downgrade(steps);
    const lines = takenBack.map((name) => `Took back ${name}`);
    this.report(options, { takenBack }, lines.join('\n') || 'Nothing to do: no migration is applied.');
  }
}
