import { SubCommand } from 'nest-commander';
import { CredentialsService } from '../../auth/credentials.service';
import { UsersService } from '../../users/users.service';
import { BaseCommand } from '../base.command';

@SubCommand({
  name: 'revoke',
  arguments: '<username>',
  description: 'sign somebody out everywhere: sessions, remembered browsers, trusted browsers, tokens',
})
export class UserRevokeCommand extends BaseCommand {
  async run([name = '']: string[]): Promise<void> {
    const users = await this.program.get(UsersService);
    const { id, username } = await users.getAnyByUsername(name);
    await (await this.program.get(CredentialsService)).endAll(id);
    this.terminal.print(`${username} is signed out everywhere.`);
  }
}
