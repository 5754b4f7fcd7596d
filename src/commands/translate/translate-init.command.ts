import { SubCommand } from 'nest-commander';
import { ReportCommand, type ReportOptions } from '../base.command';
import { CommandFailed, WrongUse } from '../command.errors';
import { languageTag, openWorkshop } from './workshop';

@SubCommand({
  name: 'init',
  arguments: '<lang>',
  argsDescription: { lang: 'its BCP 47 tag, such as it or pt-BR' },
  description: 'begin a language: every text is there, in its plural forms, and still to be translated',
})
export class TranslateInitCommand extends ReportCommand {
  async run([lang = '']: string[], options: ReportOptions): Promise<void> {
    const { Catalogues, formsOf, initiate, root } = await openWorkshop();
    const locale = languageTag(lang);
    const catalogues = new Catalogues(root);
    if (catalogues.has(locale)) throw new CommandFailed(`There is a catalogue for ${locale} already.`);
    if (Intl.PluralRules.supportedLocalesOf(locale).length === 0) throw new WrongUse(`Nobody knows how to count in "${locale}".`);
    const texts = initiate(catalogues, locale);
    const forms = formsOf(locale);
    this.report(
      options,
      { locale, texts, forms },
      `Wrote i18n/${locale}: ${texts} texts to translate; it counts by ${forms.join(', ')}.`,
    );
  }
}
