import { Option, SubCommand } from 'nest-commander';
import { CredentialsService } from '../../auth/credentials.service';
import { SiteConfig } from '../../config/site.config';
import { UsersService } from '../../users/users.service';
import { ReportCommand, type ReportOptions } from '../base.command';
import { CommandFailed } from '../command.errors';
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
    const user = await users.getAnyByUsername(name);
    const { id, username } = user;
    const { password, isGenerated } = await this.newPassword.choose(generate);
    await valid(PasswordDto, { password });
    const { defaultLanguage } = await this.program.get(SiteConfig);
    const passwordHash = await (await this.program.get(CredentialsService)).replace(user, password, defaultLanguage);
    if (passwordHash === null)
      throw new CommandFailed(`${username} has just changed the password. Try again if you still want to.`);

    const lines = [`${username} has a new password.`, ...(isGenerated ? [`Password: ${password}`] : [])];
    this.report(options, { id, username, ...(isGenerated ? { password } : {}) }, lines.join('\n'));
  }

  @Option({ flags: '--generate', description: 'make up a password and print it' })
  parseGenerate(): boolean {
    return true;
  }
}
