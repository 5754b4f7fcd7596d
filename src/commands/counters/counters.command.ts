import { Command } from 'nest-commander';
import { CommandGroup } from '../base.command';
import { CountersRebuildCommand } from './counters-rebuild.command';

@Command({ name: 'counters', description: 'the numbers kept with each account', subCommands: [CountersRebuildCommand] })
export class CountersCommand extends CommandGroup {}
