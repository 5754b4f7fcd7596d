import { Option, SubCommand } from 'nest-commander';
import { CreateAccountDto } from '../../auth/dto/register.dto';
import { type Role, ROLES } from '../../users/user.entity';
import { UsersService } from '../../users/users.service';
import { ReportCommand, type ReportOptions } from '../base.command';
import { Program } from '../program';
import { Terminal } from '../terminal';
import { valid } from '../valid-input';
import { NewPassword } from './new-password';
import { roleNamed } from './role';

interface Options extends ReportOptions {
  readonly role?: Role;
  readonly generate?: boolean;
}

@SubCommand({
  name: 'create',
  arguments: '<username> <email>',
  description: 'make an account, also where registration is closed; the password is asked for, or read from standard input',
})
export class UserCreateCommand extends ReportCommand {
  constructor(
    program: Program,
    terminal: Terminal,
    private readonly newPassword: NewPassword,
  ) {
    super(program, terminal);
  }

  async run([username, email]: string[], { role = 'user', generate, ...options }: Options): Promise<void> {
    const users = await this.program.get(UsersService);
    const { password, isGenerated } = await this.newPassword.choose(generate);
    const account = await valid(CreateAccountDto, { username, email, password });
    const { id } = await users.create({ ...account, role });

    const facts = { id, username: account.username, email: account.email, role, ...(isGenerated ? { password } : {}) };
    const lines = [`Created ${account.username} (${role}).`, ...(isGenerated ? [`Password: ${password}`] : [])];
    this.report(options, facts, lines.join('\n'));
  }

  @Option({ flags: '--role <role>', description: `what they may do: ${ROLES.join(', ')}` })
  parseRole(text: string): Role {
    return roleNamed(text);
  }

  @Option({ flags: '--generate', description: 'make up a password and print it' })
  parseGenerate(): boolean {
    return true;
  }
}
