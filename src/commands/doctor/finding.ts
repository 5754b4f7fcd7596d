import { quotable } from '../../common/text';
import { table } from '../table';

/** What is looked at, in the order in which it is told. Scripts know these names. */
export const CHECKS = [
  'configuration',
  'database',
  'migrations',
  'replicas',
  'redis',
  'jobs',
  'mail',
  'disk',
  'clock',
  'permissions',
] as const;
export type Check = (typeof CHECKS)[number];

/** `failed`: the site does not work, or loses something. `warning`: it works, and somebody should know. `skipped`: nobody could look. */
export type State = 'ok' | 'warning' | 'failed' | 'skipped';

/** One thing that a check found. */
export interface Outcome {
  readonly state: State;
  readonly found: string;
  /** What to do about it; null when there is nothing to do. */
  readonly advice: string | null;
}

export type Finding = { readonly check: Check } & Outcome;

export const ok = (found: string): Outcome => outcome('ok', found);
export const skipped = (found: string): Outcome => outcome('skipped', found);
export const warning = (found: string, advice: string): Outcome => outcome('warning', found, advice);
export const failed = (found: string, advice: string): Outcome => outcome('failed', found, advice);

/** What was found wrong; else that nothing was. */
export const okUnless = (found: string, wrong: readonly Outcome[]): readonly Outcome[] =>
  wrong.length > 0 ? wrong : [ok(found)];

const MOST_CHARACTERS = 600;

// Some of it is what servers said: nobody shall forge a line, or speak to the terminal.
const outcome = (state: State, found: string, advice: string | null = null): Outcome => ({
  state,
  found: quotable(found.replace(/\s+/g, ' ').trim(), MOST_CHARACTERS),
  advice,
});

/** A line each: what was found, and what to do about it. */
export const findingsText = (findings: readonly Finding[]): string =>
  table(
    ['state', 'check', 'what was found'],
    findings.map(({ state, check, found, advice }) => [state, check, advice === null ? found : `${sentence(found)} ${advice}`]),
  );

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
