import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../config/config';
import { JobBell } from './job-bell';
import { dutyOf, type ProcessRole } from './job-duty';
import { JOB_DUTY, JobHost } from './job-host';
import { JobPoller } from './job-poller';
import { JobProcessors } from './job-processors';
import { JobRunner } from './job-runner';
import { Job } from './job.entity';
import { JobsRepository } from './jobs.repository';
import { Jobs } from './jobs.service';
import { TidyJobsProcessor } from './tidy.processor';
import { jobQueue } from './redis/job-queue';
import { RedisCourier } from './redis/redis-courier';

/**
 * Work for later. The rows of the table `job` are the truth; Redis, where there is one, only carries the news of them. Features add jobs
 * by `Jobs`, and do them in classes that say `@Processes(…)`.
 */
@Module({})
export class JobsModule {
  static for(role: ProcessRole, { jobs, redis }: Config): DynamicModule {
    const duty = dutyOf(role, jobs, redis);
    return {
      module: JobsModule,
      global: true,
      imports: [DiscoveryModule, TypeOrmModule.forFeature([Job]), ...(duty.relays ? [jobQueue()] : [])],
      providers: [
        { provide: JOB_DUTY, useValue: duty },
        JobBell,
        JobHost,
        JobPoller,
        JobProcessors,
        JobRunner,
        Jobs,
        JobsRepository,
        TidyJobsProcessor,
        ...(duty.relays ? [RedisCourier] : []),
      ],
      exports: [JobHost, JobRunner, Jobs, ...(duty.relays ? [RedisCourier] : [])],
    };
  }
}
