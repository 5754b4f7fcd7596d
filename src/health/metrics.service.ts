import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Clock } from '../common/clock';
import { Jobs } from '../jobs/jobs.service';

// Seconds. Most pages take a few milliseconds; beyond ten seconds something is broken, however long it takes.
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What this process counts, in Prometheus' text format. */
@Injectable()
export class MetricsService {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long answers took, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [this.registry],
  });

  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.countJobs();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** @param route the pattern of the path, such as `/user/:username`: as many as there are routes, however many people there are */
  observe(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** They are the site's, not this process's: each process tells the same. */
  private countJobs(): void {
    const { jobs, clock } = this;
    new Gauge({
      name: 'microblog_jobs',
      help: 'Jobs by kind and state',
      labelNames: ['kind', 'state'],
      registers: [this.registry],
      async collect() {
        const counts = await jobs.counts();
        this.reset();
        for (const { kind, state, count } of counts) this.set({ kind, state }, count);
      },
    });
    new Gauge({
      name: 'microblog_jobs_oldest_due_seconds',
      help: 'For how long the job has been due that waits longest; 0 when none waits',
      registers: [this.registry],
      async collect() {
        const oldest = await jobs.oldestDue();
        this.set(oldest === null ? 0 : (clock.now().getTime() - oldest.getTime()) / 1000);
      },
    });
  }
}
