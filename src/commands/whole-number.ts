import { WrongUse } from './command.errors';

/** Reads a number that somebody typed. @throws WrongUse */
export function wholeNumber(what: string, text: string, { min = 0 } = {}): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || !Number.isSafeInteger(value)) {
    throw new WrongUse(`${what} must be a whole number of ${min} or more, not '${text}'`);
  }
  return value;
}
