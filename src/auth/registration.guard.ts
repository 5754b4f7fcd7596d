import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { AppRequest } from '../common/app-request';
import { SecurityConfig } from '../config/security.config';
import { addressKey } from '../throttling/address-key';
import { Throttles } from '../throttling/throttles.service';
import { RegistrationClosed } from '../users/users.errors';

/**
 * Refuses before anything is read: else the faults of a form would tell who has an account, on a site that takes nobody, or to whoever
 * asks often enough.
 */
@Injectable()
export class RegistrationGuard implements CanActivate {
  constructor(
    private readonly security: SecurityConfig,
    private readonly throttles: Throttles,
  ) {}

  /** @throws RegistrationClosed, TooManyRequests */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.security.registration === 'closed') throw new RegistrationClosed();
    const { method, ip } = context.switchToHttp().getRequest<AppRequest>();
    if (method === 'POST') await this.throttles.take('registrationTries', addressKey(ip));
    return true;
  }
}
