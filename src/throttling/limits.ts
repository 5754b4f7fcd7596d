export interface Limit {
  /** So many times… */
  readonly times: number;
  /** …within so many seconds, counted from the first. */
  readonly seconds: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How often what may be done. */
export const LIMITS = {
  /** Passwords tried for one account, wherever they are asked for. */
  guessesAtAccount: { times: 25, seconds: 5 * MINUTE },
  /** The same from one address, for whatever accounts. Wider: a school is one address. */
  guessesFromAddress: { times: 40, seconds: 5 * MINUTE },
  /** Codes of the second step tried for one account. */
  codesAtAccount: { times: 10, seconds: 5 * MINUTE },
  /** Questions to devices that one address may have asked. */
  challenges: { times: 100, seconds: 5 * MINUTE },
  /** Mails to one address that anybody may cause. */
  mailsToAddress: { times: 10, seconds: HOUR },
  /** Mails that one address may cause. */
  mailsFromAddress: { times: 60, seconds: HOUR },
  /** Other addresses of mail that one person asks for, be they taken or not. */
  addressChanges: { times: 20, seconds: HOUR },
  /** New accounts from one address. */
  registrations: { times: 30, seconds: HOUR },
  /** Tries to join from one address, right or wrong: what is wrong with one tells who has an account. */
  registrationTries: { times: 100, seconds: HOUR },
  /** Reports by one person. */
  reports: { times: 30, seconds: HOUR },
  /** Posts that one person has translated. */
  translations: { times: 200, seconds: HOUR },
  /** Archives that one person asks for. */
  exports: { times: 20, seconds: HOUR },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

/** Counted for whoever is asking. What is counted for an account or an address of mail, others use up, too: how much of it is left is nobody's business. */
export const isOwn = (name: LimitName): boolean => !OF_OTHERS.has(name);

const OF_OTHERS: ReadonlySet<LimitName> = new Set(['guessesAtAccount', 'codesAtAccount', 'mailsToAddress']);
