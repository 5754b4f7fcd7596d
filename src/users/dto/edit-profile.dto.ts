import { AboutMeField, UsernameField } from './account-fields.dto';

export class EditProfileDto {
  @UsernameField()
  username!: string;

  @AboutMeField()
  about_me!: string;
}
