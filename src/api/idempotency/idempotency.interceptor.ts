import { createHmac, type KeyObject } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { AppRequest } from '../../common/app-request';
import { Clock } from '../../common/clock';
import { SecurityConfig } from '../../config/security.config';
import { isDuplicate } from '../../database/faults';
import { Transaction } from '../../database/transaction';
import { KeyUsedOtherwise, NotAnIdempotencyKey } from '../api.errors';
import { type IdempotencyKey, KEY_LIFE_MS } from './idempotency-key.entity';
import { IdempotencyKeysRepository } from './idempotency-keys.repository';

const NOBODY = 0;

/**
 * `Idempotency-Key` (IETF draft-ietf-httpapi-idempotency-key-header): a POST that is sent again, because its answer got lost, takes effect once and is answered
 * as the first one was, for a day. The key is a row in the transaction of the effect: both are there, or neither. A request that was refused has no effect to be
 * kept, and is simply asked again.
 */
@Injectable()
export class Idempotency implements NestInterceptor {
  private readonly secret: KeyObject;

  constructor(
    private readonly keys: IdempotencyKeysRepository,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    security: SecurityConfig,
  ) {
    this.secret = security.keyFor('idempotency-keys');
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AppRequest>();
    const key = request.get('Idempotency-Key');
    if (request.method !== 'POST' || key === undefined) return next.handle();
    if (!/^[\x21-\x7E]{1,255}$/.test(key)) throw new NotAnIdempotencyKey();
    return from(this.once(this.sentBy(request, key), () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }

  private async once(sent: Sent, work: () => Promise<unknown>): Promise<unknown> {
    try {
      const { value } = await this.transaction.run(async () => (await this.answered(sent)) ?? this.first(sent, work));
      return value;
    } catch (error) {
      // Of two that came at the same time, the other one has taken effect by now.
      const known = isDuplicate(error) ? await this.answered(sent) : undefined;
      if (!known) throw error;
      return known.value;
    }
  }

  private async first(sent: Sent, work: () => Promise<unknown>): Promise<Answered> {
    await this.keys.insert({ ...sent, answer: '', createdAt: this.clock.now() });
    const value = await work();
    await this.keys.updateAnswer(sent, value === undefined ? '' : JSON.stringify(value));
    return { value };
  }

  /** @throws KeyUsedOtherwise */
  private async answered({ ownerId, digest, request }: Sent): Promise<Answered | undefined> {
    const known = await this.keys.find(ownerId, digest);
    if (!known) return undefined;
    if (known.createdAt.getTime() < this.clock.now().getTime() - KEY_LIFE_MS) return this.forget(known);
    if (known.request !== request) throw new KeyUsedOtherwise();
    return { value: known.answer === '' ? undefined : (JSON.parse(known.answer) as unknown) };
  }

  private async forget(known: IdempotencyKey): Promise<undefined> {
    await this.keys.delete(known);
  }

  private sentBy({ user, ip = '', method, originalUrl, body }: AppRequest, key: string): Sent {
    const text = JSON.stringify(body ?? null);
    // Those who are nobody yet are told apart by where they are: keys such as "1" are popular.
    const digest = this.digestOf(user ? key : `${ip}\n${key}`);
    return { ownerId: user?.id ?? NOBODY, digest, request: this.digestOf(`${method} ${originalUrl}\n${text}`) };
  }

  /** With a secret: a body may hold a password, which whoever reads the table could guess as fast as a plain hash is made. */
  private digestOf(text: string): string {
    return createHmac('sha256', this.secret).update(text).digest('base64url');
  }
}

interface Answered {
  readonly value: unknown;
}

interface Sent {
  readonly ownerId: number;
  readonly digest: string;
  readonly request: string;
}
