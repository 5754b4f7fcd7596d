import { Command } from 'nest-commander';
import { CommandGroup } from '../base.command';
import { JobsPruneCommand } from './jobs-prune.command';
import { JobsRetryCommand } from './jobs-retry.command';
import { JobsStatusCommand } from './jobs-status.command';

@Command({
  name: 'jobs',
  description: 'work that is done in the background',
  subCommands: [JobsStatusCommand, JobsRetryCommand, JobsPruneCommand],
})
export class JobsCommand extends CommandGroup {}
