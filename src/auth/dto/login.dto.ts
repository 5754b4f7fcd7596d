import { CheckboxField, PasswordField, TextField } from '../../common/fields';
import { USERNAME_MAX } from '../../users/dto/account-fields.dto';

export class LoginDto {
  @TextField({ label: 'users.fields.username', max: USERNAME_MAX, autocomplete: 'username' })
  username!: string;

  @PasswordField({ label: 'users.fields.password', autocomplete: 'current-password' })
  password!: string;

  @CheckboxField({ label: 'auth.fields.rememberMe' })
  remember_me!: boolean;
}
