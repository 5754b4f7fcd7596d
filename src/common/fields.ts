import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsEmail, Matches, ValidateBy, ValidateIf, type ValidationArguments } from 'class-validator';
import { packMessage } from './message';
import type { TextKey } from './text-key';
import { codePoints, isBlank, isStorable } from './text';

/**
 * The fields of what people send. One decorator says all about a field once: how a form draws it, which rules it keeps, how the
 * API document describes it. Forms and JSON bodies are read from the same class.
 */

export type FieldType = 'text' | 'email' | 'password' | 'textarea' | 'checkbox' | 'select' | 'hidden' | 'id';

export interface FieldInfo {
  readonly name: string;
  readonly type: FieldType;
  /** Key of the label in the catalogues. */
  readonly label: TextKey | '';
  readonly required: boolean;
  /** Code points. */
  readonly max?: number;
  /** Value of the HTML attribute of this name. */
  readonly autocomplete?: string;
  /** Key of a line of help. */
  readonly hint?: TextKey;
  readonly choices?: readonly FieldChoice[];
}

/** A value, and the key of its label; or a text, for what is called alike in every language. */
export type FieldChoice = { readonly value: string } & ({ readonly label: TextKey } | { readonly text: string });

const registry = new WeakMap<object, FieldInfo[]>();

/** What `fieldsOf` found, until an operator's setting changes it. */
let known = new WeakMap<object, readonly FieldInfo[]>();

/** The fields of a form class in the order in which they are written, those of its parents first. */
export function fieldsOf(type: new () => object): readonly FieldInfo[] {
  const fields = known.get(type) ?? readFields(type);
  known.set(type, fields);
  return fields;
}

function readFields(type: new () => object): readonly FieldInfo[] {
  const parent = Object.getPrototypeOf(type.prototype) as object | null;
  const inherited = parent && parent !== Object.prototype ? fieldsOf(parent.constructor as new () => object) : [];
  const own = registry.get(type.prototype as object) ?? [];
  return [...inherited, ...own.map((info) => asSet(type, info))];
}

/** Draws and reads the field; the rules are added by the decorators below. */
function field(info: Omit<FieldInfo, 'name'>): PropertyDecorator {
  return (prototype, name) => {
    const fields = registry.get(prototype) ?? [];
    registry.set(prototype, [...fields, { ...info, name: String(name) }]);
  };
}

/** Limits that an operator set, by form class and field. */
const limits = new WeakMap<object, Map<string, number>>();

/**
 * Sets the limit of a text to what the operator chose (code points). Called once, when the program starts.
 *
 * @throws Error for a field that the class does not have
 */
export function limitField<T extends object>(type: new () => T, name: keyof T & string, max: number): void {
  if (!fieldsOf(type).some((info) => info.name === name)) throw new Error(`${type.name} has no field ${name}`);
  limits.set(type, new Map([...(limits.get(type) ?? []), [name, max]]));
  known = new WeakMap();
  ApiProperty({ maxLength: max })(type.prototype as object, name);
}

const limitOf = (type: object, name: string): number | undefined => limits.get(type)?.get(name);

/** Choices that an operator left, by form class and field. */
const offers = new WeakMap<object, Map<string, readonly string[]>>();

/** Offers only some of the values of a choice. Called once, when the program starts. */
export function offerChoices<T extends object>(type: new () => T, name: keyof T & string, values: readonly string[]): void {
  offers.set(type, new Map([...(offers.get(type) ?? []), [name, values]]));
  known = new WeakMap();
}

const isOffered = (type: object, name: string, value: string): boolean => offers.get(type)?.get(name)?.includes(value) ?? true;

/** The field with what the operator set. */
const asSet = (type: object, { max, choices, ...info }: FieldInfo): FieldInfo => ({
  ...info,
  max: limitOf(type, info.name) ?? max,
  choices: choices?.filter(({ value }) => isOffered(type, info.name, value)),
});

type Common = Pick<FieldInfo, 'label' | 'autocomplete' | 'hint'> & { required?: boolean; example?: string };

/** A line of text, trimmed. `min` and `max` are code points. */
export function TextField(
  options: Common & { min?: number; max: number; type?: FieldType; pattern?: RegExp; problem?: TextKey },
): PropertyDecorator {
  const { min = 1, max, required = true, pattern, problem = 'validation.invalid' } = options;
  return applyDecorators(
    field({ ...options, type: options.type ?? 'text', required }),
    ...presence(required),
    IsStorable(),
    HasLength(required ? min : 0, max),
    ...(pattern ? [Matches(pattern, { message: packMessage(problem) })] : []),
    described({ minLength: required ? min : 0, maxLength: max, pattern: pattern?.source }, options),
  );
}

/** Several lines of text, trimmed. */
export const TextAreaField = (options: Common & { min?: number; max: number }): PropertyDecorator =>
  TextField({ ...options, type: 'textarea' });

export function EmailField(options: Common & { max: number }): PropertyDecorator {
  return applyDecorators(
    field({ ...options, type: 'email', required: true }),
    ...presence(true),
    IsStorable(),
    HasLength(1, options.max),
    // The domain's own length limits hold; names that only a quoted local part allows are refused, as mail servers do.
    IsEmail({}, { message: packMessage('validation.email') }),
    // Mail servers drop what is drawn as nothing: two spellings would be one mailbox.
    Matches(/^[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]*$/u, { message: packMessage('validation.email') }),
    described({ format: 'email', maxLength: options.max }, options),
  );
}

/** A password, taken as it was typed: blanks at its edges are part of it. */
export function PasswordField(options: Common & { min?: number; max?: number }): PropertyDecorator {
  const { min = 1, max = MAX_PASSWORD, required = true } = options;
  return applyDecorators(
    field({ ...options, type: 'password', required }),
    ...presence(required),
    IsWellFormed(),
    HasLength(min, max),
    described({ minLength: min, maxLength: max, format: 'password' }, options),
  );
}

/** Code points. Far above any passphrase; a bound, because hashing costs time by length. */
const MAX_PASSWORD = 256;

/** A box to tick; a form sends it only when it is ticked. */
export const CheckboxField = (options: Common): PropertyDecorator =>
  applyDecorators(
    field({ ...options, type: 'checkbox', required: false }),
    ApiProperty({ type: Boolean, required: false, default: false }),
  );

/** The id of something, as a number. What it names, the service finds out. */
export const IdField = ({
  required = false,
  description,
  ...options
}: Pick<Common, 'label' | 'required'> & { description?: string }): PropertyDecorator =>
  applyDecorators(
    field({ ...options, type: 'id', required }),
    ...(required ? [] : [ValidateIf((_, value) => value !== undefined)]),
    rule('id', (value) => typeof value === 'number' && Number.isSafeInteger(value) && value > 0, packMessage('validation.id')),
    ...(required ? [rule('required', (value) => value !== undefined, packMessage('validation.required'))] : []),
    ApiProperty({ type: 'integer', required, description, minimum: 1, example: 1 }),
  );

/** One of a few given values. */
export function ChoiceField(options: Common & { choices: readonly FieldChoice[] }): PropertyDecorator {
  const values = options.choices.map(({ value }) => value);
  return applyDecorators(
    field({ ...options, type: 'select', required: options.required ?? true }),
    IsOneOf(values),
    described({ enum: values }, options),
  );
}

/** A value that the page itself puts in, such as where to go next. */
export const HiddenField = (): PropertyDecorator => field({ label: '', type: 'hidden', required: false });

/** Names one form that was shown, so that sending it twice takes effect once. */
export const OnceField = (): PropertyDecorator =>
  TextField({ label: '', type: 'hidden', required: false, max: 64, pattern: /^[\w-]*$/ });

/** The same text as in another field. */
export const SameAs = (other: string): PropertyDecorator =>
  rule('sameAs', (value, object) => value === object[other], packMessage('validation.sameAs'));

function presence(required: boolean): PropertyDecorator[] {
  return required
    ? [rule('required', (value) => typeof value === 'string' && !isBlank(value), packMessage('validation.required'))]
    : [ValidateIf((_, value) => value !== undefined)];
}

const IsStorable = (): PropertyDecorator =>
  rule('storable', (value) => typeof value === 'string' && isStorable(value), packMessage('validation.characters'));

const IsWellFormed = (): PropertyDecorator =>
  rule('wellFormed', (value) => typeof value === 'string' && value.isWellFormed(), packMessage('validation.characters'));

function HasLength(min: number, max: number): PropertyDecorator {
  const maxOf = (args?: ValidationArguments): number => (args && limitOf(args.object.constructor, args.property)) ?? max;
  return ValidateBy({
    name: 'length',
    validator: {
      validate: (value: unknown, args) => typeof value === 'string' && isBetween(codePoints(value), min, maxOf(args)),
      defaultMessage: (args) => packMessage('validation.length', { min, max: maxOf(args) }),
    },
  });
}

function IsOneOf(values: readonly string[]): PropertyDecorator {
  return ValidateBy({
    name: 'choice',
    validator: {
      validate: (value: unknown, args) =>
        values.some((one) => one === value && args !== undefined && isOffered(args.object.constructor, args.property, one)),
      defaultMessage: () => packMessage('validation.choice'),
    },
  });
}

const isBetween = (length: number, min: number, max: number): boolean => length >= min && length <= max;

/** A rule of ours in class-validator's form. */
function rule(
  name: string,
  validate: (value: unknown, object: Record<string, unknown>) => boolean,
  message: string,
): PropertyDecorator {
  return ValidateBy({
    name,
    validator: {
      validate: (value: unknown, args) => validate(value, args?.object as Record<string, unknown>),
      defaultMessage: () => message,
    },
  });
}

function described(schema: ApiPropertyOptions, { required = true, example }: Common): PropertyDecorator {
  return ApiProperty({ type: String, required, example, ...schema } as ApiPropertyOptions);
}
