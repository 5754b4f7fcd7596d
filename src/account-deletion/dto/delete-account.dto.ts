import { CurrentPasswordField } from '../../auth/account/dto/account.dto';

export class DeleteAccountDto {
  @CurrentPasswordField()
  current_password!: string;
}
