import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { HealthController } from './health.controller';
import { HealthService } from './health.service';
import { MetricsController } from './metrics.controller';
import { MetricsInterceptor } from './metrics.interceptor';
import { MetricsService } from './metrics.service';

/** For whoever watches the program: alive, ready, and what it counts. */
@Module({
  controllers: [HealthController, MetricsController],
  providers: [HealthService, MetricsService, { provide: APP_INTERCEPTOR, useClass: MetricsInterceptor }],
})
export class HealthModule {}
