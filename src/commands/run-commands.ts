import { Logger } from '@nestjs/common';
import { CommandFactory, CommandRunnerService } from 'nest-commander';
import { Translator } from '../i18n/translator';
import { WrongUse } from './command.errors';
import { CommandsModule } from './commands.module';
import { failureText } from './failure-text';
import type { Program } from './program';
import { Terminal } from './terminal';
import { version } from './version';

export const DONE = 0;
export const FAILED = 1;
export const WRONG_USE = 2;

/**
 * Runs one command.
 *
 * @param args what was typed after `microblog`
 * @returns the exit code. What went wrong has been told on `terminal.err`
 */
export async function runCommands(args: readonly string[], program: Program, terminal = new Terminal()): Promise<number> {
  const app = await CommandFactory.createWithoutRunning(CommandsModule.with(program, terminal), {
    abortOnError: false,
    version: version(),
    outputConfiguration: { writeOut: (text) => terminal.out.write(text), writeErr: (text) => terminal.err.write(text) },
    errorHandler: rethrow,
    serviceErrorHandler: rethrow,
  });
  try {
    await app.get(CommandRunnerService).run(['node', 'microblog', ...args]);
    return DONE;
  } catch (error) {
    // commander has written what it has to say. It also "fails" after it has shown the help that was asked for.
    if (isCommanderError(error)) return error.exitCode === 0 ? DONE : WRONG_USE;
    new Logger('Commands').debug({ event: 'command.failed', err: error });
    const translator = async () => (await program.app()).get(Translator);
    terminal.complain(`error: ${await failureText(error, translator)}`);
    return error instanceof WrongUse ? WRONG_USE : FAILED;
  } finally {
    await program.close();
    await app.close();
  }
}

function rethrow(error: Error): never {
  throw error;
}

const isCommanderError = (error: unknown): error is Error & { exitCode: number } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
