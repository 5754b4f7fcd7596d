import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Anonymous } from '../common/anonymous.decorator';
import { MetricsConfig } from '../config/metrics.config';
import { MetricsForbidden } from './health.errors';
import { MetricsService } from './metrics.service';
import { mayReadMetrics } from './metrics.policy';

/** For Prometheus. */
@Controller()
export class MetricsController {
  constructor(
    private readonly metrics: MetricsService,
    private readonly config: MetricsConfig,
  ) {}

  @Anonymous()
  @Get('metrics')
  show(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    const asker = {
      authorization: request.headers.authorization,
      address: request.socket.remoteAddress,
      isForwarded: isForwarded(request),
    };
    if (!mayReadMetrics(asker, this.config.token)) throw new MetricsForbidden();
    response.type(this.metrics.contentType);
    response.setHeader('Cache-Control', 'no-store');
    return this.metrics.text();
  }
}

/** A proxy on this machine asks from here on behalf of the whole world. */
const isForwarded = ({ headers }: Request): boolean =>
  headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
