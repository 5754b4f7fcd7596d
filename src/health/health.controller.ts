import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Anonymous } from '../common/anonymous.decorator';
import { HealthService } from './health.service';

/** For whoever watches the program: a supervisor, a load balancer. */
@Controller()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** The process answers. It says nothing of the database: a restart of us would not mend that. */
  @Anonymous()
  @Get('healthz')
  alive() {
    return { status: 'ok' };
  }

  /** The process can do its work: 200, or 503 with what is missing. */
  @Anonymous()
  @Get('readyz')
  async ready(@Res({ passthrough: true }) response: Response) {
    const { isReady, checks } = await this.health.readiness();
    if (!isReady) response.status(HttpStatus.SERVICE_UNAVAILABLE).setHeader('Retry-After', 5);
    response.setHeader('Cache-Control', 'no-store');
    return { status: isReady ? 'ready' : 'unavailable', checks };
  }
}
