import { SubCommand } from 'nest-commander';
import { ROLES } from '../../users/user.entity';
import { UsersService } from '../../users/users.service';
import { BaseCommand } from '../base.command';
import { roleNamed } from './role';

@SubCommand({
  name: 'role',
  arguments: '<username> <role>',
  argsDescription: { role: ROLES.join(', ') },
  description: 'say what somebody may do',
})
export class UserRoleCommand extends BaseCommand {
  async run([name = '', wanted = '']: string[]): Promise<void> {
    const role = roleNamed(wanted);
    const users = await this.program.get(UsersService);
    const { id, username } = await users.getAnyByUsername(name);
    await users.changeRole(id, role);
    this.terminal.print(`${username} is ${role} now.`);
  }
}
