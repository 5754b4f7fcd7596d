import { ChoiceField, HiddenField } from '../../common/fields';
import { type Theme, THEMES } from '../../common/theme';
import { knownLanguages } from '../../config/languages';
import { localeFacts } from '../../i18n/locale';

/** Stands for "no choice of mine": the browser decides. */
export const FOLLOW_BROWSER = 'auto';

/** A choice as it is kept. */
export const chosenOrNull = (choice: string): string | null => (choice === FOLLOW_BROWSER ? null : choice);

/** A few hundred, by the names that the world has agreed on. */
const TIME_ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

const FOLLOWING = { value: FOLLOW_BROWSER, label: 'settings.locales.auto' } as const;

const LocaleField = (): PropertyDecorator =>
  ChoiceField({
    label: 'settings.fields.locale',
    choices: [FOLLOWING, ...knownLanguages().map((value) => ({ value, text: localeFacts(value).name }))],
  });

const TimeZoneField = (): PropertyDecorator =>
  ChoiceField({
    label: 'settings.fields.timeZone',
    choices: [FOLLOWING, ...TIME_ZONES.map((value) => ({ value, text: value.replaceAll('_', ' ') }))],
  });

const ThemeField = (): PropertyDecorator =>
  ChoiceField({ label: 'settings.fields.theme', choices: THEMES.map((value) => ({ value, label: `settings.themes.${value}` })) });

export class LanguageDto {
  @LocaleField()
  locale!: string;

  @HiddenField()
  next?: string;
}

export class TimeZoneDto {
  @TimeZoneField()
  time_zone!: string;
}

export class AppearanceDto {
  @ThemeField()
  theme!: Theme;

  @HiddenField()
  next?: string;
}

/** All of them at once, for programs. */
export class SettingsDto {
  @LocaleField()
  locale!: string;

  @TimeZoneField()
  time_zone!: string;

  @ThemeField()
  theme!: Theme;
}
