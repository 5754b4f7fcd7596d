import { EmailField } from '../../../common/fields';
import { EMAIL_MAX } from '../../../users/dto/account-fields.dto';

export class ResetRequestDto {
  @EmailField({ label: 'users.fields.email', max: EMAIL_MAX, autocomplete: 'email' })
  email!: string;
}
