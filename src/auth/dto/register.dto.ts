import { PasswordField, SameAs } from '../../common/fields';
import { EmailAddressField, NewPasswordField, UsernameField } from '../../users/dto/account-fields.dto';

/** What the API takes for a new account. */
export class CreateAccountDto {
  @UsernameField()
  username!: string;

  @EmailAddressField()
  email!: string;

  @NewPasswordField()
  password!: string;
}

/** What the page takes: the password twice, since nobody sees what they type. */
export class RegisterDto extends CreateAccountDto {
  // Decorators run from the bottom up: what is missing is told as missing, not as different.
  @SameAs('password')
  @PasswordField({ label: 'users.fields.password2', autocomplete: 'new-password' })
  password2!: string;
}
