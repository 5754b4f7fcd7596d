import { Clock } from '../../common/clock';
import { JobKind, type JobProcessor, Processes } from '../../jobs/job-kind';
import { KEY_LIFE_MS } from './idempotency-key.entity';
import { IdempotencyKeysRepository } from './idempotency-keys.repository';

export const TIDY_KEYS = new JobKind<Record<string, never>>('api.tidyKeys', { everyHours: 24 });

/** Forgets the answers that nobody may ask for again. */
@Processes(TIDY_KEYS)
export class TidyKeysProcessor implements JobProcessor {
  constructor(
    private readonly keys: IdempotencyKeysRepository,
    private readonly clock: Clock,
  ) {}

  async process(): Promise<void> {
    await this.keys.deleteBefore(new Date(this.clock.now().getTime() - KEY_LIFE_MS));
  }
}
