import { NewPasswordField } from '../../users/dto/account-fields.dto';

export class PasswordDto {
  @NewPasswordField()
  password!: string;
}
