import { Command } from 'nest-commander';
import { CommandGroup } from '../base.command';
import { MailTestCommand } from './mail-test.command';

@Command({ name: 'mail', description: 'how mail leaves the site', subCommands: [MailTestCommand] })
export class MailCommand extends CommandGroup {}
