import { ChoiceField, HiddenField } from '../../common/fields';
import { type Theme, THEMES } from '../../common/theme';
import { SHIPPED_LANGUAGES } from '../../config/site.config';

/** Stands for "no choice of mine": the browser decides. */
export const FOLLOW_BROWSER = 'auto';

export class LanguageDto {
  @ChoiceField({
    label: 'settings.fields.locale',
    choices: [FOLLOW_BROWSER, ...SHIPPED_LANGUAGES].map((value) => ({ value, label: `settings.locales.${value}` })),
  })
  locale!: string;

  @HiddenField()
  next?: string;
}

export class AppearanceDto {
  @ChoiceField({ label: 'settings.fields.theme', choices: THEMES.map((value) => ({ value, label: `settings.themes.${value}` })) })
  theme!: Theme;

  @HiddenField()
  next?: string;
}
