import { SubCommand } from 'nest-commander';
import { ReportCommand, type ReportOptions } from '../base.command';
import { CommandFailed } from '../command.errors';
import { counted } from '../table';
import { openWorkshop } from './workshop';

@SubCommand({
  name: 'compile',
  description:
    'fail when a text is missing, unknown or wrong in any language; write the types by which a wrong key does not compile',
})
export class TranslateCompileCommand extends ReportCommand {
  async run(_: string[], options: ReportOptions): Promise<void> {
    const { Catalogues, faultsOf, generatedFrom, marksIn, REFERENCE, root, writeChanged } = await openWorkshop();
    const catalogues = new Catalogues(root);
    const marks = marksIn(root);
    const faults = faultsOf(catalogues, marks);
    const keys = catalogues.read(REFERENCE).texts;
    const written = writeChanged(root, generatedFrom(keys.keys(), marks));
    const languages = catalogues.languages();
    const summary = `${keys.size} texts in ${languages.join(', ')}.${written.map((path) => `\nWrote ${path}`).join('')}`;
    this.report(options, { texts: keys.size, languages, written, faults }, [...faults, summary].join('\n'));
    if (faults.length > 0) throw new CommandFailed(`The catalogues have ${counted(faults.length, 'fault')}.`);
  }
}
