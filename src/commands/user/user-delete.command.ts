import { Option, SubCommand } from 'nest-commander';
import { AccountDeletionService } from '../../account-deletion/account-deletion.service';
import { UsersService } from '../../users/users.service';
import { BaseCommand } from '../base.command';
import { CommandFailed, WrongUse } from '../command.errors';

@SubCommand({
  name: 'delete',
  arguments: '<username>',
  description: 'delete an account with all that belongs to it, at once and for good',
})
export class UserDeleteCommand extends BaseCommand {
  async run([name = '']: string[], { yes = false }: { yes?: boolean }): Promise<void> {
    const users = await this.program.get(UsersService);
    const { id, username } = await users.getAnyByUsername(name);
    if (!yes) await this.confirm(username);
    await (await this.program.get(AccountDeletionService)).deleteNow(id);
    this.terminal.print(`${username} is deleted.`);
  }

  @Option({ flags: '--yes', description: 'do not ask' })
  parseYes(): boolean {
    return true;
  }

  private async confirm(username: string): Promise<void> {
    if (!this.terminal.isInteractive) throw new WrongUse('Nobody is there to ask: use --yes.');
    const answer = await this.terminal.ask(`This cannot be undone. Type the name of the account to delete it: `);
    if (answer !== username) throw new CommandFailed('Nothing was deleted.');
  }
}
