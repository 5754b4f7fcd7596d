import { Command } from 'nest-commander';
import { CommandGroup } from '../base.command';
import { UserCreateCommand } from './user-create.command';
import { UserListCommand } from './user-list.command';
import { UserPasswordCommand } from './user-password.command';
import { UserRoleCommand } from './user-role.command';

@Command({
  name: 'user',
  description: 'the people who have an account',
  subCommands: [UserListCommand, UserCreateCommand, UserPasswordCommand, UserRoleCommand],
})
export class UserCommand extends CommandGroup {}
