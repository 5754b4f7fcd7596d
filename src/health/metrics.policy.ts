import { createHash, timingSafeEqual } from 'node:crypto';

export interface MetricsAsker {
  readonly authorization: string | undefined;
  /** Of the connection itself. */
  readonly address: string | undefined;
  /** Whether a proxy asks for somebody else. */
  readonly isForwarded: boolean;
}

/** With a token: who has it. Without: who asks from this very machine, and for themselves. */
export function mayReadMetrics({ authorization, address, isForwarded }: MetricsAsker, token: string | undefined): boolean {
  if (token === undefined) return isLoopback(address) && !isForwarded;
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}

const isLoopback = (address = ''): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address);

// Of equal length, so that they can be compared in constant time.
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
