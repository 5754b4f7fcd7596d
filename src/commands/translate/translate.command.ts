import { Command } from 'nest-commander';
import { CommandGroup } from '../base.command';
import { TranslateCompileCommand } from './translate-compile.command';
import { TranslateExportCommand } from './translate-export.command';
import { TranslateImportCommand } from './translate-import.command';
import { TranslateInitCommand } from './translate-init.command';
import { TranslateUpdateCommand } from './translate-update.command';

@Command({
  name: 'translate',
  description: 'the texts of the program in its languages',
  subCommands: [
    TranslateInitCommand,
    TranslateUpdateCommand,
    TranslateCompileCommand,
    TranslateExportCommand,
    TranslateImportCommand,
  ],
})
export class TranslateCommand extends CommandGroup {}
