import { SubCommand } from 'nest-commander';
import { ReportCommand, type ReportOptions } from '../base.command';
import { openWorkshop } from './workshop';

@SubCommand({
  name: 'update',
  description:
    'read code, templates and browser scripts: add the texts that are new, set aside those that nothing asks for any more',
})
export class TranslateUpdateCommand extends ReportCommand {
  async run(_: string[], options: ReportOptions): Promise<void> {
    const { Catalogues, marksIn, root, updateAll } = await openWorkshop();
    const languages = updateAll(new Catalogues(root), marksIn(root));
    const lines = languages.flatMap(({ locale, added, restored, obsolete }) => [
      ...added.map((key) => `${locale}: + ${key}`),
      ...restored.map((key) => `${locale}: + ${key}, which was obsolete`),
      ...obsolete.map((key) => `${locale}: - ${key}`),
    ]);
    this.report(options, { languages }, lines.join('\n') || 'The catalogues have what the program asks for.');
  }
}
