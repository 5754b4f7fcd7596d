import { about, type Finding } from './finding';

const { ok, warning, failed } = about('clock');

/** Seconds by which clocks may differ before codes of a second step and tokens are refused now and then, and before they are at every turn. */
const TOLERABLE = { warning: 5, failed: 60 };

/** A clock of another machine, read between two looks at ours. */
export interface ClockReading {
  readonly whose: string;
  readonly before: number;
  /** Milliseconds since 1970. */
  readonly theirs: number;
  readonly after: number;
}

/** Asks another machine for its time. */
export async function readClock(whose: string, ask: () => Promise<number>): Promise<ClockReading> {
  const before = Date.now();
  const theirs = await ask();
  return { whose, before, theirs, after: Date.now() };
}

export function compareClocks({ whose, before, theirs, after }: ClockReading): Finding {
  // Theirs was read at some moment in between: only what is outside differs for sure.
  const apart = Math.max(before - theirs, theirs - after, 0) / 1_000;
  const found = `${apart < 1 ? 'the same' : `${Math.round(apart)} s apart`} here and at ${whose}`;
  const advice = 'Have both machines set their clocks by NTP (timedatectl set-ntp true).';
  if (apart > TOLERABLE.failed) return failed(found, advice);
  return apart > TOLERABLE.warning ? warning(found, advice) : ok(found);
}
