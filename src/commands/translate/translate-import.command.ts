import { readFile } from 'node:fs/promises';
import { SubCommand } from 'nest-commander';
import { ReportCommand, type ReportOptions } from '../base.command';
import { CommandFailed } from '../command.errors';
import { languageTag, openWorkshop } from './workshop';

@SubCommand({
  name: 'import',
  arguments: '<lang> <file>',
  argsDescription: { lang: 'a language that has a catalogue', file: 'a PO file that "translate export" wrote' },
  description: 'take over what translators did; what does not fit is left as it was, and named',
})
export class TranslateImportCommand extends ReportCommand {
  async run([lang = '', file = '']: string[], options: ReportOptions): Promise<void> {
    const { Catalogues, fromPo, isBlank, REFERENCE, root } = await openWorkshop();
    const locale = languageTag(lang);
    const catalogues = new Catalogues(root);
    if (!catalogues.has(locale))
      throw new CommandFailed(`There is no catalogue for ${locale}: run "translate init ${locale}" first.`);
    const content = await readFile(file);
    const catalogue = catalogues.read(locale);
    const { texts, refused } = fromPo(locale, content, catalogues.read(REFERENCE).texts);
    const changed = [...texts].filter(
      ([key, text]) => !isBlank(text) && JSON.stringify(catalogue.texts.get(key)) !== JSON.stringify(text),
    );
    for (const [key, text] of changed) catalogue.texts.set(key, text);
    catalogues.write(locale, catalogue);
    const lines = [...refused.map((line) => `Left as it was: ${line}`), `Took over ${changed.length} of ${texts.size} texts.`];
    this.report(options, { locale, changed: changed.map(([key]) => key), refused }, lines.join('\n'));
  }
}
