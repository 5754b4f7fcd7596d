import { Console } from 'node:console';
import { once } from 'node:events';
import { Recoverable, type REPLServer, start } from 'node:repl';
import { PassThrough } from 'node:stream';
import { inspect } from 'node:util';
import type { Terminal } from '../terminal';
import type { ShellScope } from './shell-scope';

/** A conversation on a terminal. Ends when the operator leaves. */
export async function interact(scope: ShellScope, terminal: Terminal): Promise<void> {
  terminal.print(`Microblog shell. help() lists what is at hand: ${Object.keys(scope.names).length} names.`);
  const server = start({ input: terminal.input, output: terminal.out, prompt: 'microblog> ' });
  bring(server, scope, terminal);
  awaitResults(server);
  await once(server, 'exit');
}

/** Evaluates what was piped in and prints each result. @throws what the first line throws that fails; the rest does not run */
export async function evaluateLines(scope: ShellScope, terminal: Terminal): Promise<void> {
  const evaluator = new Evaluator();
  bring(evaluator.server, scope, terminal);
  let code = '';
  let unfinished: Recoverable | undefined;
  for await (const line of terminal.lines()) {
    code += `${line}\n`;
    try {
      const result = await evaluator.evaluate(code);
      if (result !== undefined) terminal.print(inspect(result, { depth: 4 }));
      code = '';
      unfinished = undefined;
    } catch (error) {
      if (!(error instanceof Recoverable)) throw error;
      unfinished = error;
    }
  }
  if (unfinished) throw unfinished.err;
}

/** Node's REPL without its conversation: it knows `await`, keeps names, and can tell code that goes on from code that is wrong. */
class Evaluator {
  private fail: (error: unknown) => void = () => undefined;

  // Node 20 does not call back when code throws. It writes the error, and has nothing else to write here.
  readonly server = start({
    input: new PassThrough(),
    output: new PassThrough().resume(),
    terminal: false,
    writer: (error) => {
      this.fail(error);
      return '';
    },
  });

  evaluate(code: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.fail = reject;
      this.server.eval(code, this.server.context, 'shell', (error, result) => (error ? reject(error) : resolve(result)));
    });
  }
}

function bring({ context }: REPLServer, scope: ShellScope, terminal: Terminal): void {
  const console = new Console(terminal.out, terminal.err);
  const names = { ...scope.names, console, help: () => terminal.print(scope.help()) };
  for (const [name, value] of Object.entries(names)) {
    Object.defineProperty(context, name, { value, configurable: true, writable: true, enumerable: true });
  }
}

/** `User.count()` shows the number, with `await` or without. */
function awaitResults(server: REPLServer): void {
  const evaluate = server.eval;
  const settled: REPLServer['eval'] = function (this: REPLServer, code, context, file, done) {
    evaluate.call(this, code, context, file, (error, result: unknown) => {
      if (error) done(error, undefined);
      else
        Promise.resolve(result).then(
          (value) => done(null, value),
          (reason: Error) => done(reason, undefined),
        );
    });
  };
  Object.assign(server, { eval: settled });
}
