import { Option, SubCommand } from 'nest-commander';
import { ModerationService, OPERATOR } from '../../moderation/moderation.service';
import { UsersService } from '../../users/users.service';
import { BaseCommand } from '../base.command';

interface Options {
  readonly reason?: string;
}

@SubCommand({
  name: 'unsuspend',
  arguments: '<username>',
  description: 'let somebody in again, and show what they said',
})
export class UserUnsuspendCommand extends BaseCommand {
  async run([name = '']: string[], { reason = '' }: Options): Promise<void> {
    const person = await (await this.program.get(UsersService)).getAnyByUsername(name);
    await (await this.program.get(ModerationService)).unsuspend(OPERATOR, person, reason);
    this.terminal.print(`${person.username} is suspended no longer.`);
  }

  @Option({ flags: '--reason <text>', description: 'why, for the log' })
  parseReason(text: string): string {
    return text;
  }
}
