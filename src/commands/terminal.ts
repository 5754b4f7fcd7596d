import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };

const INTERRUPTED = 130;

/** Where a command reads and writes: results on `out`, so that they can be piped; questions and complaints on `err`. */
export class Terminal {
  constructor(
    readonly input: Input = process.stdin,
    readonly out: Writable = process.stdout,
    readonly err: Writable = process.stderr,
  ) {}

  /** Whether there is somebody to ask. */
  get isInteractive(): boolean {
    return this.input.isTTY === true;
  }

  print(text: string): void {
    this.out.write(`${text}\n`);
  }

  printJson(facts: unknown): void {
    this.print(JSON.stringify(facts, null, 2));
  }

  complain(text: string): void {
    this.err.write(`${text}\n`);
  }

  /** What was piped in, line by line. */
  lines(): AsyncIterable<string> {
    return createInterface({ input: this.input });
  }

  /** '' when there is no answer. */
  ask(question: string): Promise<string> {
    return this.answer(question, this.err);
  }

  /** Asks for something that must not be seen while it is typed. */
  askSecret(question: string): Promise<string> {
    return this.answer(question, new Writable({ write: (_chunk, _encoding, done) => done() }));
  }

  private async answer(question: string, echo: Writable): Promise<string> {
    const reader = createInterface({ input: this.input, output: echo, terminal: true });
    // Only now: until the reader is there, the terminal itself shows what is typed.
    this.err.write(question);
    reader.once('SIGINT', () => process.exit(INTERRUPTED));
    try {
      const [answer] = (await Promise.race([once(reader, 'line'), once(reader, 'close').then(() => [''])])) as [string];
      return answer;
    } finally {
      reader.close();
      this.err.write('\n');
    }
  }
}
