import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandFailed } from '../command.errors';
import { Terminal } from '../terminal';

// 120 bits.
const GENERATED_BYTES = 15;

export interface ChosenPassword {
  readonly password: string;
  /** Made here, so that somebody has to be told. */
  readonly isGenerated: boolean;
}

/** Where the password of an account comes from. Never from an argument: those are seen by everybody on the machine. */
@Injectable()
export class NewPassword {
  constructor(private readonly terminal: Terminal) {}

  /** Makes one up, asks for it twice, or reads the first line of what was piped in. @throws CommandFailed */
  async choose(generate = false): Promise<ChosenPassword> {
    if (generate) return { password: generatePassword(), isGenerated: true };
    const password = this.terminal.isInteractive ? await this.ask() : await this.firstLine();
    return { password, isGenerated: false };
  }

  private async ask(): Promise<string> {
    const password = await this.terminal.askSecret('Password: ');
    if ((await this.terminal.askSecret('Once more: ')) !== password) throw new CommandFailed('The two passwords differ.');
    return password;
  }

  private async firstLine(): Promise<string> {
    for await (const line of this.terminal.lines()) return line;
    throw new CommandFailed('Give the password on standard input, or use --generate.');
  }
}

export const generatePassword = (): string => randomBytes(GENERATED_BYTES).toString('base64url');
