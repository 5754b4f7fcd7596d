import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { MetricsService } from './metrics.service';

/** Measures every answer of a route, errors included. Not an interceptor: each of those wraps the work of every request once more. */
@Injectable()
export class RequestMetrics implements NestMiddleware {
  constructor(private readonly metrics: MetricsService) {}

  use(request: Request, response: Response, next: NextFunction): void {
    const started = performance.now();
    response.once('finish', () => {
      // Set when a route was found. Addresses that lead nowhere are too many to be counted each.
      const route = request.route as { readonly path: string } | undefined;
      if (route) this.metrics.observe(request.method, route.path, response.statusCode, (performance.now() - started) / 1000);
    });
    next();
  }
}
