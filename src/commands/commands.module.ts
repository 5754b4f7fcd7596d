import { type DynamicModule, Module } from '@nestjs/common';
import { InjectCommander } from 'nest-commander';
import type { CommanderCommand } from './base.command';
import { CountersCommand } from './counters/counters.command';
import { DbCommand } from './db/db.command';
import { DoctorCommand } from './doctor/doctor.command';
import { JobsCommand } from './jobs/jobs.command';
import { MailCommand } from './mail/mail.command';
import { Program } from './program';
import { SearchCommand } from './search/search.command';
import { SeedCommand } from './seed/seed.command';
import { ShellCommand } from './shell/shell.command';
import { Terminal } from './terminal';
import { TranslateCommand } from './translate/translate.command';
import { NewPassword } from './user/new-password';
import { UserCommand } from './user/user.command';

/** The commands, in the order in which `--help` lists them. */
@Module({
  providers: [
    ...DbCommand.registerWithSubCommands(),
    ...UserCommand.registerWithSubCommands(),
    ...JobsCommand.registerWithSubCommands(),
    ...MailCommand.registerWithSubCommands(),
    ...CountersCommand.registerWithSubCommands(),
    ...SearchCommand.registerWithSubCommands(),
    ...TranslateCommand.registerWithSubCommands(),
    DoctorCommand,
    SeedCommand,
    ShellCommand,
    NewPassword,
  ],
})
export class CommandsModule {
  constructor(@InjectCommander() commander: CommanderCommand) {
    commander.name('microblog').description('Looks after a Microblog: its database, its people, its numbers.');
  }

  static with(program: Program, terminal: Terminal): DynamicModule {
    return {
      module: CommandsModule,
      global: true,
      providers: [
        { provide: Program, useValue: program },
        { provide: Terminal, useValue: terminal },
      ],
    };
  }
}
