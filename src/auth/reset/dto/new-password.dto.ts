import { PasswordField, SameAs } from '../../../common/fields';
import { NewPasswordField } from '../../../users/dto/account-fields.dto';

export class NewPasswordDto {
  @NewPasswordField()
  password!: string;

  @SameAs('password')
  @PasswordField({ label: 'users.fields.password2', autocomplete: 'new-password' })
  password2!: string;
}
