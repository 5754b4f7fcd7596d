import { PasswordField } from '../../../common/fields';
import { EmailAddressField } from '../../../users/dto/account-fields.dto';
import { NewPasswordDto } from '../../reset/dto/new-password.dto';

const CurrentPasswordField = (): PropertyDecorator =>
  PasswordField({ label: 'settings.fields.currentPassword', autocomplete: 'current-password' });

export class ChangeEmailDto {
  @EmailAddressField()
  email!: string;

  @CurrentPasswordField()
  current_password!: string;
}

export class ChangePasswordDto extends NewPasswordDto {
  @CurrentPasswordField()
  current_password!: string;
}
