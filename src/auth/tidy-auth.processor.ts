import { Clock } from '../common/clock';
import { JobKind, type JobProcessor, Processes } from '../jobs/job-kind';
import { ApiTokensRepository } from './api-tokens.repository';
import { PasskeysRepository } from './passkeys/passkeys.repository';
import { SessionsRepository } from './sessions.repository';
import { TrustedDevicesRepository } from './two-step/trusted-devices.repository';

export const TIDY_AUTH = new JobKind<Record<string, never>>('auth.tidy', { everyHours: 24 });

const BATCH = 1_000;

/** Forgets sessions, remembered and trusted browsers, and tokens that nobody can use any more. */
@Processes(TIDY_AUTH)
export class TidyAuthProcessor implements JobProcessor {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly tokens: ApiTokensRepository,
    private readonly devices: TrustedDevicesRepository,
    private readonly passkeys: PasskeysRepository,
    private readonly clock: Clock,
  ) {}

  async process(): Promise<void> {
    const now = this.clock.now();
    for (const table of [this.sessions, this.tokens, this.devices, this.passkeys]) {
      let mayBeMore = true;
      while (mayBeMore) mayBeMore = await table.deleteExpired(now, BATCH);
    }
  }
}
