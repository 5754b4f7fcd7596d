import type { Environment } from './environment';

const MIN_TOKEN_BYTES = 16;

/** Who may read the metrics. */
export class MetricsConfig {
  /** Absent: only whoever asks from this very machine. */
  readonly token: string | undefined;

  constructor(environment: Environment) {
    this.token = environment.text('METRICS_TOKEN');
    if (this.token !== undefined && Buffer.byteLength(this.token) < MIN_TOKEN_BYTES) {
      environment.fault('METRICS_TOKEN', `must have ${MIN_TOKEN_BYTES} bytes or more`);
    }
  }
}
