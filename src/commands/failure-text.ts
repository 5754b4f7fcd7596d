import { isNativeError } from 'node:util/types';
import { DomainError } from '../common/domain-error';
import { InvalidInput } from '../common/input';
import type { Translator } from '../i18n/translator';

// Operators read the documentation in this language, and search for messages in it.
const LOCALE = 'en';

/**
 * What an operator should read about an error: never a stack.
 *
 * @param translator is asked for only when there is something to translate, which only a program that runs throws
 */
export async function failureText(error: unknown, translator: () => Promise<Translator>): Promise<string> {
  if (error instanceof DomainError) return (await translator()).t(LOCALE, `errors.${error.code}`, error.args);
  if (error instanceof InvalidInput) {
    const catalogue = await translator();
    const faults = Object.entries(error.fields).flatMap(([field, messages]) => messages.map((message) => ({ field, message })));
    return faults.map(({ field, message }) => `${field}: ${catalogue.message(LOCALE, message)}`).join('\n');
  }
  // An error of the shell is from a world of its own, where `Error` is another class.
  return isNativeError(error) ? error.message || error.name : String(error);
}
