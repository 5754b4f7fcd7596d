import { PasswordField } from '../../../common/fields';
import { EmailAddressField, NewPasswordField } from '../../../users/dto/account-fields.dto';
import { NewPasswordDto } from '../../reset/dto/new-password.dto';

/** The password once more, before what a passer-by must not do. */
export const CurrentPasswordField = (): PropertyDecorator =>
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

/** What the API takes: a program does not mistype. */
export class ReplacePasswordDto {
  @NewPasswordField()
  password!: string;

  @CurrentPasswordField()
  current_password!: string;
}

/** Before what somebody at an open browser that is not theirs should not do. */
export class PasswordAgainDto {
  @CurrentPasswordField()
  current_password!: string;
}
