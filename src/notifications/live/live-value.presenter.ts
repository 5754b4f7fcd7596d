import type { LiveValueRow } from './live-values.repository';

/** A value as scripts and programs get it. */
export interface LiveValueView {
  readonly name: string;
  readonly data: unknown;
  /** Seconds since 1970, with a fraction. */
  readonly timestamp: number;
}

export const presentLiveValue = ({ name, data, createdAt }: LiveValueRow): LiveValueView => ({
  name,
  data,
  timestamp: createdAt.getTime() / 1000,
});

/** The moment of a `?since=`, in seconds; what makes no sense is the beginning of time. */
export function parseSince(since: unknown): Date {
  const seconds = typeof since === 'string' ? Number(since) : NaN;
  const date = new Date(Math.round(seconds * 1000));
  return Number.isNaN(date.getTime()) || seconds < 0 ? new Date(0) : date;
}
