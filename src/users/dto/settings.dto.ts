import { ChoiceField, HiddenField } from '../../common/fields';
import { type Theme, THEMES } from '../../common/theme';
import { knownLanguages } from '../../config/languages';
import { localeFacts } from '../../i18n/locale';

/** Stands for "no choice of mine": the browser decides. */
export const FOLLOW_BROWSER = 'auto';

export class LanguageDto {
  @ChoiceField({
    label: 'settings.fields.locale',
    choices: [
      { value: FOLLOW_BROWSER, label: 'settings.locales.auto' },
      ...knownLanguages().map((value) => ({ value, text: localeFacts(value).name })),
    ],
  })
  locale!: string;

  @HiddenField()
  next?: string;
}

/** A few hundred, by the names that the world has agreed on. */
const TIME_ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

export class TimeZoneDto {
  @ChoiceField({
    label: 'settings.fields.timeZone',
    choices: [
      { value: FOLLOW_BROWSER, label: 'settings.locales.auto' },
      ...TIME_ZONES.map((value) => ({ value, text: value.replaceAll('_', ' ') })),
    ],
  })
  time_zone!: string;
}

export class AppearanceDto {
  @ChoiceField({ label: 'settings.fields.theme', choices: THEMES.map((value) => ({ value, label: `settings.themes.${value}` })) })
  theme!: Theme;

  @HiddenField()
  next?: string;
}
