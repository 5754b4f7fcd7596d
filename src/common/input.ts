import { validate } from 'class-validator';
import { type FieldInfo, type FieldType, fieldsOf } from './fields';
import { type Message, unpackMessage } from './message';
import { tidy } from './text';
import type { Viewer } from './viewer';

/** What is wrong, by field. */
export type FieldErrors = Readonly<Record<string, readonly Message[]>>;

/** What somebody sent, read into a form class and checked. */
export interface Input<T> {
  readonly value: T;
  /** Empty when all is well. */
  readonly errors: FieldErrors;
}

const askers = new WeakMap<object, Viewer>();

/** Who sent this input, for rules that depend on it: keeping one's own name is no clash. */
export const askerOf = (input: object): Viewer | undefined => askers.get(input);

/**
 * Reads a form class from a body.
 *
 * Only declared fields are taken, and only as what they are (out of a form everything is text): whatever else was sent, an unknown
 * field, an object or a list where text is meant, changes nothing. All errors are found at once, the first of each field is kept.
 *
 * @param options.typed the body is JSON, in which a box is a boolean and an id a number
 * @param options.partial takes changes instead of the whole: a field that was not sent stays undefined and is no error
 */
export async function readInput<T extends object>(
  type: new () => T,
  body: unknown,
  viewer?: Viewer,
  { partial = false, typed = false } = {},
): Promise<Input<T>> {
  const source = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const value = new type();
  const errors: Record<string, Message[]> = {};
  for (const field of fieldsOf(type)) {
    const sent = Object.hasOwn(source, field.name) ? source[field.name] : undefined;
    if (sent !== undefined && !fits(field, sent, typed)) errors[field.name] = [misfit(field)];
    else (value as Record<string, unknown>)[field.name] = read(field, sent);
  }
  if (viewer) askers.set(value, viewer);
  const rules = { stopAtFirstError: true, forbidUnknownValues: false, skipUndefinedProperties: partial };
  for (const { property, constraints } of await validate(value, rules)) {
    const [first] = Object.values(constraints ?? {});
    if (first !== undefined) errors[property] ??= [unpackMessage(first)];
  }
  return { value, errors };
}

/** What else than text a field may be. */
const TYPED: Partial<Record<FieldType, string>> = { checkbox: 'boolean', id: 'number' };

function misfit({ type }: FieldInfo): Message {
  switch (type) {
    case 'checkbox':
      return { key: 'validation.invalid' };
    case 'id':
      return { key: 'validation.id' };
    default:
      return { key: 'validation.text' };
  }
}

function fits({ type }: FieldInfo, sent: unknown, typed: boolean): boolean {
  const own = TYPED[type];
  return typeof sent === own || (typeof sent === 'string' && !(typed && own !== undefined));
}

function read({ type }: FieldInfo, sent: unknown): unknown {
  if (type === 'checkbox') return sent === true || (typeof sent === 'string' && sent !== '' && sent !== 'false');
  if (type === 'id' && typeof sent === 'string') return Number(sent);
  if (type === 'password' || typeof sent !== 'string') return sent;
  return tidy(sent);
}

/** Thrown where there is no form to show again: what was sent to the API breaks a rule. */
export class InvalidInput extends Error {
  constructor(
    readonly fields: FieldErrors,
    /** All fields that must be there, for the sentence that tells them. */
    readonly required: readonly string[] = [],
  ) {
    super(`Invalid input: ${Object.keys(fields).join(', ')}`);
    this.name = 'InvalidInput';
  }
}
