import { ChoiceField, PasswordField, TextField } from '../../common/fields';
import { TOKEN_SCOPES, type TokenScope } from '../api-token.entity';

const DAYS = ['30', '90', '365'] as const;

export class CreateTokenDto {
  @TextField({ label: 'settings.fields.tokenName', max: 60, hint: 'settings.hints.tokenName' })
  name!: string;

  @ChoiceField({
    label: 'settings.fields.tokenScope',
    choices: TOKEN_SCOPES.map((value) => ({ value, label: `settings.tokenScopes.${value}` })),
  })
  scope!: TokenScope;

  @ChoiceField({
    label: 'settings.fields.tokenDays',
    choices: DAYS.map((value) => ({ value, label: `settings.tokenDays.${value}` })),
  })
  days!: string;

  @PasswordField({ label: 'settings.fields.currentPassword', autocomplete: 'current-password' })
  current_password!: string;
}
