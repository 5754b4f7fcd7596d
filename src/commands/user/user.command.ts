import { Command } from 'nest-commander';
import { CommandGroup } from '../base.command';
import { UserCreateCommand } from './user-create.command';
import { UserDeleteCommand } from './user-delete.command';
import { UserListCommand } from './user-list.command';
import { UserPasswordCommand } from './user-password.command';
import { UserRevokeCommand } from './user-revoke.command';
import { UserRoleCommand } from './user-role.command';
import { UserSessionsCommand } from './user-sessions.command';
import { UserSuspendCommand } from './user-suspend.command';
import { UserUnsuspendCommand } from './user-unsuspend.command';

@Command({
  name: 'user',
  description: 'the people who have an account',
  subCommands: [
    UserListCommand,
    UserCreateCommand,
    UserPasswordCommand,
    UserRoleCommand,
    UserSessionsCommand,
    UserRevokeCommand,
    UserSuspendCommand,
    UserUnsuspendCommand,
    UserDeleteCommand,
  ],
})
export class UserCommand extends CommandGroup {}
