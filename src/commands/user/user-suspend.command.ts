import { Option, SubCommand } from 'nest-commander';
import { ModerationService, OPERATOR } from '../../moderation/moderation.service';
import { UsersService } from '../../users/users.service';
import { BaseCommand } from '../base.command';

interface Options {
  readonly reason?: string;
}

@SubCommand({
  name: 'suspend',
  arguments: '<username>',
  description: 'sign somebody out everywhere, keep them out, and hide what they said',
})
export class UserSuspendCommand extends BaseCommand {
  async run([name = '']: string[], { reason = '' }: Options): Promise<void> {
    const person = await (await this.program.get(UsersService)).getAnyByUsername(name);
    await (await this.program.get(ModerationService)).suspend(OPERATOR, person, reason);
    this.terminal.print(`${person.username} is suspended.`);
  }

  @Option({ flags: '--reason <text>', description: 'why, for the log' })
  parseReason(text: string): string {
    return text;
  }
}
