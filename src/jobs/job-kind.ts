import { applyDecorators, Injectable, SetMetadata, type Type } from '@nestjs/common';

/** What a job is told: plain values, ids above all. */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;

export interface JobRules {
  /** So often it is begun before nobody tries any more. */
  readonly maxAttempts?: number;
  /** It is never over: when it ends it begins anew so many hours later. */
  readonly everyHours?: number;
}

// One every minute and a half (`retryDelayMs`). A mail server that broke on Friday is back on Monday.
const THREE_DAYS_OF_ATTEMPTS = 3_000;

/** A kind of job: its name in the table, and the type of what it is told. */
export class JobKind<Data extends JobData = JobData> {
  declare readonly data: Data;
  readonly maxAttempts: number;
  readonly everyHours: number | undefined;

  constructor(
    readonly name: string,
    { maxAttempts = THREE_DAYS_OF_ATTEMPTS, everyHours }: JobRules = {},
  ) {
    this.maxAttempts = maxAttempts;
    this.everyHours = everyHours;
  }
}

/** One attempt at a job. */
export interface JobRun {
  readonly id: number;
  /** From 1. */
  readonly attempt: number;
  /** The same at each attempt, and on no other site: for what must be recognised when it happens twice, such as a mail. */
  readonly key: string;
  /** Aborted when the process stops: end soon, by throwing, and the job goes on elsewhere. */
  readonly signal: AbortSignal;
}

/**
 * Does one kind of job. It may be run twice, after a crash for one, and must then take effect once.
 * It throws when it should be tried again, `JobFailedForGood` when not.
 */
export interface JobProcessor<Data extends JobData = JobData> {
  process(data: Data, run: JobRun): Promise<void>;

  /** Nobody tries any more: to be told to those who wait for it. In the transaction that notes it. */
  abandon?(data: Data): Promise<void>;
}

const KIND = 'microblog:job-kind';

/** `@Processes(RESET_MAIL)` on a class that does this kind of job. A provider like any other: which processes work jobs is not its affair. */
export const Processes = (kind: JobKind): ClassDecorator => applyDecorators(Injectable(), SetMetadata(KIND, kind));

export const kindProcessedBy = (type: Type): JobKind | undefined => Reflect.getMetadata(KIND, type) as JobKind | undefined;
