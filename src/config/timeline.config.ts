import type { Environment } from './environment';

/** How home timelines come about. The same in every process of a site. */
export class TimelineConfig {
  /** `pull`: collected when they are read. `push`: kept for each reader, and filled when somebody publishes. */
  readonly strategy: 'pull' | 'push';

  constructor(environment: Environment) {
    this.strategy = environment.oneOf('TIMELINE', ['pull', 'push'], 'pull');
  }
}
