import { type FieldInfo, fieldsOf } from '../common/fields';
import type { Message } from '../common/message';
import type { Form } from './form';

/** A form ready to be drawn by `views/parts/form.hbs`. */
export interface FormView {
  readonly fields: FieldView[];
  readonly byName: Readonly<Record<string, FieldView>>;
  readonly errors: string[];
}

export interface FieldView {
  readonly name: string;
  readonly id: string;
  readonly type: FieldInfo['type'];
  readonly label: string;
  /** '' for passwords: they are never sent back. */
  readonly value: string;
  readonly checked: boolean;
  readonly options: { value: string; label: string; selected: boolean }[];
  readonly errors: string[];
  readonly invalid: boolean;
  readonly required: boolean;
  readonly maxlength?: number;
  readonly autocomplete?: string;
  readonly autofocus: boolean;
  readonly hint?: string;
}

/** Draws any form class. The first wrong field gets the focus, else the first that is empty, as a password is that was refused. */
export function presentForm(form: Form<object>, translate: (message: Message) => string): FormView {
  const { fields: fieldErrors, form: formErrors } = form.errors;
  const typed = form.typed as Record<string, unknown>;
  const infos = fieldsOf(form.type);
  const visible = infos.filter(({ type }) => type !== 'hidden');
  const isEmpty = ({ name, type }: FieldInfo) => typed[name] === undefined || (type === 'password' && form.refusal !== undefined);
  const focused = visible.find(({ name }) => fieldErrors[name]) ?? visible.find(isEmpty) ?? visible[0];

  const fields = infos.map((info): FieldView => {
    const value = typed[info.name];
    const errors = (fieldErrors[info.name] ?? []).map(translate);
    return {
      name: info.name,
      id: info.name,
      type: info.type,
      label: info.label && translate({ key: info.label }),
      value: info.type !== 'password' && typeof value === 'string' ? value : '',
      checked: value === true,
      options: (info.choices ?? []).map((choice) => ({
        value: choice.value,
        label: 'text' in choice ? choice.text : translate({ key: choice.label }),
        selected: choice.value === value,
      })),
      errors,
      invalid: errors.length > 0,
      required: info.required,
      maxlength: info.max,
      autocomplete: info.autocomplete,
      autofocus: info === focused,
      hint: info.hint && translate({ key: info.hint }),
    };
  });
  return {
    fields,
    byName: Object.fromEntries(fields.map((field) => [field.name, field])),
    // Beside a hidden field nobody would see them.
    errors: [...formErrors.map(translate), ...fields.filter(({ type }) => type === 'hidden').flatMap(({ errors }) => errors)],
  };
}
