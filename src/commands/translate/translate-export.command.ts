import { writeFile } from 'node:fs/promises';
import { SubCommand } from 'nest-commander';
import { ReportCommand, type ReportOptions } from '../base.command';
import { CommandFailed } from '../command.errors';
import { languageTag, openWorkshop } from './workshop';

@SubCommand({
  name: 'export',
  arguments: '<lang> <file>',
  argsDescription: { lang: 'a language that has a catalogue', file: 'where to write it, such as it.po' },
  description: "write a language as gettext PO, for translators' tools",
})
export class TranslateExportCommand extends ReportCommand {
  async run([lang = '', file = '']: string[], options: ReportOptions): Promise<void> {
    const { Catalogues, isBlank, marksIn, REFERENCE, root, toPo } = await openWorkshop();
    const locale = languageTag(lang);
    const catalogues = new Catalogues(root);
    if (!catalogues.has(locale))
      throw new CommandFailed(`There is no catalogue for ${locale}: run "translate init ${locale}" first.`);
    const catalogue = catalogues.read(locale);
    await writeFile(file, toPo(locale, catalogue, catalogues.read(REFERENCE).texts, marksIn(root)));
    const texts = catalogue.texts.size;
    const open = [...catalogue.texts.values()].filter(isBlank).length;
    this.report(
      options,
      { locale, file, texts, untranslated: open },
      `Wrote ${file}: ${texts} texts, ${open} of them to translate.`,
    );
  }
}
