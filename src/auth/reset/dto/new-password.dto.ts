import { PasswordField, SameAs, TextField } from '../../../common/fields';
import { NewPasswordField } from '../../../users/dto/account-fields.dto';

export class NewPasswordDto {
  @NewPasswordField()
  password!: string;

  @SameAs('password')
  @PasswordField({ label: 'users.fields.password2', autocomplete: 'new-password' })
  password2!: string;
}

/** What the API takes: the token of the link in the mail, and a new password. */
export class ResetPasswordDto {
  @TextField({ label: '', max: 2_000 })
  token!: string;

  @NewPasswordField()
  password!: string;
}
