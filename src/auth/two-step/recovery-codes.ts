import { randomInt } from 'node:crypto';

const COUNT = 10;
const GROUPS = 3;
const GROUP_LENGTH = 4;
// Without what looks alike on paper. 31^12 is more than anybody can guess at.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten codes such as `k7mw-2pdx-9hqe`. */
export const newRecoveryCodes = (): string[] => Array.from({ length: COUNT }, () => times(GROUPS, group).join('-'));

/** However it was typed: blanks and dashes are for the eye, and keyboards of the East have digits of their own width. */
export const plainCode = (typed: string): string => typed.normalize('NFKC').toLowerCase().replaceAll(/[\s-]/g, '');

const group = (): string => times(GROUP_LENGTH, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

const times = (count: number, make: () => string): string[] => Array.from({ length: count }, make);
