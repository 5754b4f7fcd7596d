import { Injectable, type Type } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type JobKind, type JobProcessor, kindProcessedBy } from './job-kind';

export interface Worked {
  readonly kind: JobKind;
  readonly processor: JobProcessor;
}

/** Who does which kind of job: every provider of the program that says `@Processes(…)`. */
@Injectable()
export class JobProcessors {
  private found?: ReadonlyMap<string, Worked>;

  constructor(private readonly discovery: DiscoveryService) {}

  /** Undefined for a kind that this version does not know: a newer one may have written it. */
  find(kindName: string): Worked | undefined {
    return this.all().get(kindName);
  }

  kinds(): JobKind[] {
    return [...this.all().values()].map(({ kind }) => kind);
  }

  private all(): ReadonlyMap<string, Worked> {
    return (this.found ??= this.scan());
  }

  private scan(): ReadonlyMap<string, Worked> {
    const workers = new Map<string, Worked>();
    for (const { metatype, instance } of this.discovery.getProviders()) {
      const kind = typeof metatype === 'function' ? kindProcessedBy(metatype as Type) : undefined;
      if (!kind) continue;
      if (workers.has(kind.name)) throw new Error(`Two classes process ${kind.name}`);
      workers.set(kind.name, { kind, processor: instance as JobProcessor });
    }
    return workers;
  }
}
