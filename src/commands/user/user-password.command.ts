import { Option, SubCommand } from 'nest-commander';
import { CredentialsService } from '../../auth/credentials.service';
import { UsersService } from '../../users/users.service';
import { ReportCommand, type ReportOptions } from '../base.command';
import { Program } from '../program';
import { Terminal } from '../terminal';
import { valid } from '../valid-input';
import { NewPassword } from './new-password';
import { PasswordDto } from './password.dto';

@SubCommand({
  name: 'password',
  arguments: '<username>',
  description: 'give somebody a new password, asked for or read from standard input, and sign them out everywhere',
})
export class UserPasswordCommand extends ReportCommand {
  constructor(
    program: Program,
    terminal: Terminal,
    private readonly newPassword: NewPassword,
  ) {
    super(program, terminal);
  }

  async run([name = '']: string[], { generate, ...options }: ReportOptions & { generate?: boolean }): Promise<void> {
    const users = await this.program.get(UsersService);
    const { id, username } = await users.getByUsername(name);
    const { password, isGenerated } = await this.newPassword.choose(generate);
    await valid(PasswordDto, { password });
    await (await this.program.get(CredentialsService)).replace(id, password);

    const lines = [`${username} has a new password.`, ...(isGenerated ? [`Password: ${password}`] : [])];
    this.report(options, { id, username, ...(isGenerated ? { password } : {}) }, lines.join('\n'));
  }

  @Option({ flags: '--generate', description: 'make up a password and print it' })
  parseGenerate(): boolean {
    return true;
  }
}
