import { createHash } from 'node:crypto';

/** One form as it was sent: its own key, if it has one, and what was written in it. */
export interface Submitted {
  readonly once?: string;
  readonly body: string;
}

/**
 * Names one sending of a form, so that a second click takes no second effect; undefined for a form without a key.
 * The text is part of it: who goes back to a form that was sent, and writes something else, means something else.
 * Shape: SHA-256 as base64url, 43 characters.
 */
export function submissionDigest({ once, body }: Submitted): string | undefined {
  return once ? createHash('sha256').update(`${once}\n${body}`).digest('base64url') : undefined;
}
