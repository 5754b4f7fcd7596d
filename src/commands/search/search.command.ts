import { Command } from 'nest-commander';
import { CommandGroup } from '../base.command';
import { SearchReindexCommand } from './search-reindex.command';

@Command({ name: 'search', description: 'the index by which posts are found', subCommands: [SearchReindexCommand] })
export class SearchCommand extends CommandGroup {}
