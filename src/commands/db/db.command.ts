import { Command } from 'nest-commander';
import { CommandGroup } from '../base.command';
import { DbCheckCommand } from './db-check.command';
import { DbDowngradeCommand } from './db-downgrade.command';
import { DbMigrateCommand } from './db-migrate.command';
import { DbStatusCommand } from './db-status.command';
import { DbUpgradeCommand } from './db-upgrade.command';

@Command({
  name: 'db',
  description: 'the tables and their migrations',
  subCommands: [DbStatusCommand, DbUpgradeCommand, DbDowngradeCommand, DbMigrateCommand, DbCheckCommand],
})
export class DbCommand extends CommandGroup {}
