import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { Program } from '../../../src/commands/program';
import { runCommands } from '../../../src/commands/run-commands';
import { Terminal } from '../../../src/commands/terminal';
import { inspectConfig, readConfig } from '../../../src/config/config';
import { createContext } from '../../../src/create-context';
import { createTestDatabase } from '../../support/test-database';

/** What a command left behind. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

type Variables = Readonly<Record<string, string>>;

/** Somebody at the command line of a site with a database and a data folder of its own. */
export class Operator {
  private constructor(
    /** The environment of the site. */
    readonly variables: Variables,
    private readonly undo: readonly (() => Promise<void>)[],
  ) {}

  static async withoutTables(kind?: string): Promise<Operator> {
    const database = await createTestDatabase(kind);
    const dataDir = await mkdtemp(join(tmpdir(), 'microblog-data-'));
    const variables = {
      NODE_ENV: 'test',
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      SECRET_KEY: randomBytes(48).toString('base64url'),
      LOG_LEVEL: 'silent',
    };
    return new Operator(variables, [() => database.drop(), () => rm(dataDir, { recursive: true, force: true })]);
  }

  static async withTables(kind?: string): Promise<Operator> {
    const operator = await Operator.withoutTables(kind);
    const { code, err } = await operator.types(['db', 'upgrade']);
    if (code !== 0) throw new Error(err);
    return operator;
  }

  /** Runs a command in this process, with `input` piped into it. */
  types(args: readonly string[], input = ''): Promise<Ended> {
    return runHere(args, () => createContext(readConfig(this.variables)), input, this.variables);
  }

  /** The JSON that a command prints. */
  async asks<T>(args: readonly string[], input = ''): Promise<T> {
    const { code, out, err } = await this.types([...args, '--json'], input);
    if (code !== 0) throw new Error(err);
    return JSON.parse(out) as T;
  }

  /** The program itself, to arrange and to look at what a command did. Close it. */
  program(): Promise<INestApplicationContext> {
    return createContext(readConfig(this.variables));
  }

  async leave(): Promise<void> {
    for (const step of this.undo) await step();
  }
}

/** Runs a command on whatever program `open` gives, in an environment. */
export async function runHere(
  args: readonly string[],
  open: () => Promise<INestApplicationContext>,
  input = '',
  variables: Variables = { DATABASE_URL: 'sqlite::memory:' },
): Promise<Ended> {
  const out = new Paper();
  const err = new Paper();
  const program = new Program(open, async () => inspectConfig(variables));
  const code = await runCommands(args, program, new Terminal(Readable.from([input]), out, err));
  return { code, out: out.text, err: err.text };
}

/** Keeps what is written. */
class Paper extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
