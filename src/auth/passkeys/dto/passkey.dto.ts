import { TextField } from '../../../common/fields';
import { CurrentPasswordField } from '../../account/dto/account.dto';

/** What a device answered, as JSON: the script of the page puts it in. */
const AnswerField = (): PropertyDecorator => TextField({ label: '', type: 'hidden', min: 0, max: 20_000, required: false });

export class PasskeySignInDto {
  @AnswerField()
  answer!: string;
}

export class AddPasskeyDto {
  @TextField({ label: 'settings.fields.passkeyName', max: 60, hint: 'settings.hints.passkeyName' })
  name!: string;

  @CurrentPasswordField()
  current_password!: string;

  @AnswerField()
  answer!: string;
}
