import { Injectable } from '@nestjs/common';
import { CommandRunner, Option } from 'nest-commander';
import { Program } from './program';
import { Terminal } from './terminal';

/** commander's own command, of the version that nest-commander brings. */
export type CommanderCommand = Parameters<CommandRunner['setCommand']>[0];

/** What every command has. It throws when it fails; `runCommands` tells the operator and finds the exit code. */
@Injectable()
export abstract class BaseCommand extends CommandRunner {
  constructor(
    protected readonly program: Program,
    protected readonly terminal: Terminal,
  ) {
    super();
  }

  override setCommand(command: CommanderCommand): this {
    // nest-commander sets this on the outermost command only; elsewhere commander would end the process, with 1 for wrong use.
    command.exitOverride();
    command.allowExcessArguments(false);
    // What stands behind `backup verify` is said to `verify`, though `backup` knows `--json` too.
    command.enablePositionalOptions();
    return super.setCommand(command);
  }
}

export interface ReportOptions {
  readonly json?: boolean;
}

/** A command that prints facts, for people or for programs. */
export abstract class ReportCommand extends BaseCommand {
  @Option({ flags: '--json', description: 'print JSON' })
  asJson(): boolean {
    return true;
  }

  protected report({ json = false }: ReportOptions, facts: unknown, text: string): void {
    if (json) this.terminal.printJson(facts);
    else this.terminal.print(text);
  }
}

/** A word that only makes sense with another one behind it: `microblog db …`. */
export abstract class CommandGroup extends BaseCommand {
  override setCommand(command: CommanderCommand): this {
    super.setCommand(command);
    command.allowExcessArguments(true);
    return this;
  }

  /** Nothing that the group knows was asked for. */
  run([name]: string[]): Promise<void> {
    if (name === undefined) this.command.help({ error: true });
    this.command.error(`error: unknown command '${name}'. There are: ${this.names().join(', ')}`);
  }

  private names(): string[] {
    return this.command.commands.map((command) => command.name());
  }
}
