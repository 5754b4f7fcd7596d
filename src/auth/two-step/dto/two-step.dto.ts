import { CheckboxField, TextField } from '../../../common/fields';

const CodeField = (): PropertyDecorator =>
  TextField({ label: 'settings.fields.code', max: 32, autocomplete: 'one-time-code', hint: 'settings.hints.code' });

export class SecondStepDto {
  @CodeField()
  code!: string;

  @CheckboxField({ label: 'settings.fields.trustDevice' })
  trust_device!: boolean;
}

export class ConfirmSecondStepDto {
  @TextField({ label: 'settings.fields.code', max: 32, autocomplete: 'one-time-code' })
  code!: string;
}
