export const SUBJECTS = [
  'configuration',
  'database',
  'migrations',
  'jobs',
  'redis',
  'mail',
  'disk',
  'clock',
  'permissions',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What one look found. */
export interface Finding {
  readonly subject: Subject;
  /** `warning`: the site works, and somebody should look. `failed`: it does not, or will not for long. `skipped`: there was nothing to look at. */
  readonly state: 'ok' | 'warning' | 'failed' | 'skipped';
  /** For an operator, never with a secret. */
  readonly found: string;
  /** What to do about it, where there is something to do. */
  readonly advice?: string;
}

/** What somebody says who looks at one thing. */
export const about = (subject: Subject) => ({
  ok: (found: string): Finding => ({ subject, state: 'ok', found }),
  warning: (found: string, advice: string): Finding => ({ subject, state: 'warning', found, advice }),
  failed: (found: string, advice: string): Finding => ({ subject, state: 'failed', found, advice }),
  skipped: (found: string): Finding => ({ subject, state: 'skipped', found }),
});

/** What an error says in one line: drivers give some no message, and others several lines. */
export function reasonOf(error: unknown): string {
  const { message, code } = error as Partial<NodeJS.ErrnoException>;
  return (message || code || String(error)).replace(/\s*\n\s*/g, ' ');
}
