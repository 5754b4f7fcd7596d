import { Global, Module } from '@nestjs/common';
import { LimiterStore } from './limiter-store';
import { Throttles } from './throttles.service';

/** How often what may be done. Global, since many features have something to limit. */
@Global()
@Module({ providers: [LimiterStore, Throttles], exports: [Throttles] })
export class ThrottlingModule {}
