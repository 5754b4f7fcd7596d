import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../database/database';
import { IdempotencyKey } from './idempotency-key.entity';

/** All SQL of the table `idempotency_key`. */
@Injectable()
export class IdempotencyKeysRepository {
  constructor(private readonly database: Database) {}

  find(ownerId: number, digest: string): Promise<IdempotencyKey | null> {
    return this.keys.findOneBy({ ownerId, digest });
  }

  /** @throws QueryFailedError when there is one, also when it is in another transaction that is going on: then after that */
  async insert(key: IdempotencyKey): Promise<void> {
    await this.keys.insert(key);
  }

  async updateAnswer({ ownerId, digest }: Pick<IdempotencyKey, 'ownerId' | 'digest'>, answer: string): Promise<void> {
    await this.keys.update({ ownerId, digest }, { answer });
  }

  async delete({ ownerId, digest }: Pick<IdempotencyKey, 'ownerId' | 'digest'>): Promise<void> {
    await this.keys.delete({ ownerId, digest });
  }

  async deleteBefore(moment: Date): Promise<void> {
    await this.keys.delete({ createdAt: LessThan(moment) });
  }

  private get keys() {
    return this.database.manager.getRepository(IdempotencyKey);
  }
}
