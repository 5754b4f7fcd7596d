import { AsyncLocalStorage } from 'node:async_hooks';
import type { LimitName } from './limits';

/** What is left of a limit. */
export interface Allowance {
  readonly name: LimitName;
  /** So many times… */
  readonly times: number;
  /** …within so many seconds. */
  readonly seconds: number;
  readonly left: number;
  /** In so many seconds it begins anew. */
  readonly resetSeconds: number;
}

type Listener = (allowance: Allowance) => void;

const listeners = new AsyncLocalStorage<Listener>();

/** Does some work, and is told of each limit that it counts towards, before the work is over. */
export const hearingAllowances = <T>(listener: Listener, work: () => T): T => listeners.run(listener, work);

export function tellAllowance(allowance: Allowance): void {
  listeners.getStore()?.(allowance);
}
