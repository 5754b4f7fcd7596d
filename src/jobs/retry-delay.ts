const FIRST_MS = 1_000;
// What was away for an hour must be tried within two minutes of its return.
const LONGEST_MS = 90_000;

/**
 * How long to wait before the next attempt: twice as long each time, up to a minute and a half, and a quarter more or less, so that
 * all that failed together does not come back together.
 *
 * @param attempts so far, from 1
 * @param random from 0 to 1
 */
export function retryDelayMs(attempts: number, random = Math.random()): number {
  const usual = Math.min(FIRST_MS * 2 ** Math.min(attempts, 20), LONGEST_MS);
  return Math.round(usual * (0.75 + random / 2));
}
