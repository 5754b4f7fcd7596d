import { DatabaseBusy } from '../../database/database.errors';

/** Why something went wrong, in the words of who said so: never a stack, and never empty. */
export function reasonOf(error: unknown): string {
  if (error instanceof DatabaseBusy) return 'no answer in time';
  const { message, code } = error as NodeJS.ErrnoException;
  // A name with several addresses fails without a message of its own.
  return message || code || String(error);
}
