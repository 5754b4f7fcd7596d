import { EmailAddressField } from './account-fields.dto';
import { EditProfileDto } from './edit-profile.dto';

/** What the API takes to change an account: what the page does, and the address. */
export class UpdateAccountDto extends EditProfileDto {
  @EmailAddressField()
  email!: string;
}
