import { Command } from 'nest-commander';
import { Database } from '../../database/database';
import { BaseCommand } from '../base.command';
import { ShellScope } from './shell-scope';
import { evaluateLines, interact } from './shell-session';

@Command({ name: 'shell', description: 'try things out with the program in hand; reads lines from standard input too' })
export class ShellCommand extends BaseCommand {
  async run(): Promise<void> {
    // Asked for by name, so that the shell says what is missing before it lets anybody in.
    await this.program.get(Database);
    const scope = new ShellScope(await this.program.app());
    await (this.terminal.isInteractive ? interact(scope, this.terminal) : evaluateLines(scope, this.terminal));
  }
}
