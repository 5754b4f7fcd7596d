import { applyDecorators } from '@nestjs/common';
import { EmailField, PasswordField, TextAreaField, TextField } from '../../common/fields';
import type { TextKey } from '../../common/text-key';
import { IsUnclaimed } from '../unclaimed.validator';
import { IsUncommon } from '../uncommon.validator';

/** The fields of an account, as registration, the profile page and the API take them: one rule for all. */

/** Code points; also the widths of the columns. */
export const USERNAME_MAX = 64;
export const EMAIL_MAX = 120;
export const ABOUT_ME_MAX = 140;
export const PASSWORD_MIN = 8;

// ASCII, and a letter or digit first: a name is part of addresses, and nobody may pose as another by a look-alike letter or as `..`.
export const USERNAME = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

export const UsernameField = ({ required = true } = {}): PropertyDecorator =>
  applyDecorators(
    TextField({
      label: 'users.fields.username',
      max: USERNAME_MAX,
      pattern: USERNAME,
      problem: 'validation.username',
      autocomplete: 'username',
      example: 'susan',
      required,
    }),
    IsUnclaimed('username'),
  );

export const EmailAddressField = (): PropertyDecorator =>
  applyDecorators(
    EmailField({ label: 'users.fields.email', max: EMAIL_MAX, autocomplete: 'email', example: 'susan@example.com' }),
    IsUnclaimed('email'),
  );

export const NewPasswordField = ({ label }: { label: TextKey } = { label: 'users.fields.password' }): PropertyDecorator =>
  applyDecorators(
    PasswordField({
      label,
      min: PASSWORD_MIN,
      autocomplete: 'new-password',
      hint: 'users.hints.password',
    }),
    IsUncommon(),
  );

export const AboutMeField = (): PropertyDecorator =>
  TextAreaField({ label: 'users.fields.aboutMe', min: 0, max: ABOUT_ME_MAX, required: false, example: 'I write about birds.' });
