import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { AppRequest } from '../common/app-request';
import { tidy } from '../common/text';
import { addressKey } from '../throttling/address-key';
import { Throttles } from '../throttling/throttles.service';
import { keyOf } from './user.entity';

/**
 * Throttles a change of address before it is validated: validation tells whether an address is taken, and each change that is asked for mails
 * both addresses.
 */
@Injectable()
export class AddressChangeGuard implements CanActivate {
  constructor(private readonly throttles: Throttles) {}

  /** @throws TooManyRequests */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AppRequest>();
    const { user, ip } = request;
    const email = (request.body as { readonly email?: unknown } | undefined)?.email;
    if (!user || typeof email !== 'string' || keyOf(tidy(email)) === keyOf(user.email)) return true;
    await this.throttles.take('addressChanges', String(user.id));
    await this.throttles.take('mailsFromAddress', addressKey(ip));
    return true;
  }
}
