import { readFileSync } from 'node:fs';
import { ValidateBy, type ValidationArguments } from 'class-validator';
import { packMessage } from '../common/message';

const LIST = '@zxcvbn-ts/language-common/src/passwords.json';

/**
 * Is not among the passwords that are guessed first: the most common of those that leaked (49,000, collected by zxcvbn-ts), and
 * one's own name and address. Case makes no difference.
 */
export const IsUncommon = (): PropertyDecorator =>
  ValidateBy({
    name: 'uncommon',
    validator: {
      validate: (value: unknown, args) => typeof value === 'string' && !isGuessedFirst(value.toLowerCase(), args),
      defaultMessage: () => packMessage('validation.commonPassword'),
    },
  });

function isGuessedFirst(password: string, args: ValidationArguments | undefined): boolean {
  const { username, email } = (args?.object ?? {}) as Readonly<Record<string, unknown>>;
  return leaked().has(password) || [username, email].some((own) => typeof own === 'string' && own.toLowerCase() === password);
}

let known: ReadonlySet<string> | undefined;

/** Read when the first password is chosen, not at each start. */
function leaked(): ReadonlySet<string> {
  known ??= new Set(JSON.parse(readFileSync(require.resolve(LIST), 'utf8')) as string[]);
  return known;
}
