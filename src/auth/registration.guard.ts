import { type CanActivate, Injectable } from '@nestjs/common';
import { SecurityConfig } from '../config/security.config';
import { RegistrationClosed } from '../users/users.errors';

/** Refuses before anything is read: else the faults of a form would tell who has an account, on a site that takes nobody. */
@Injectable()
export class RegistrationGuard implements CanActivate {
  constructor(private readonly security: SecurityConfig) {}

  canActivate(): boolean {
    if (this.security.registration === 'closed') throw new RegistrationClosed();
    return true;
  }
}
