import { PasswordField, SameAs } from '../../../common/fields';
import { EmailAddressField, NewPasswordField } from '../../../users/dto/account-fields.dto';

/** The password once more, before what a passer-by must not do. */
export const CurrentPasswordField = (): PropertyDecorator =>
  PasswordField({ label: 'settings.fields.currentPassword', autocomplete: 'current-password' });

export class ChangeEmailDto {
  @EmailAddressField()
  email!: string;

  @CurrentPasswordField()
  current_password!: string;
}

export class ChangePasswordDto {
  @CurrentPasswordField()
  current_password!: string;

  @NewPasswordField({ label: 'users.fields.newPassword' })
  password!: string;

  @SameAs('password')
  @PasswordField({ label: 'users.fields.password2', autocomplete: 'new-password' })
  password2!: string;
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
