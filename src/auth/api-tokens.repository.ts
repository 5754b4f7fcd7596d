import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan } from 'typeorm';
import { Database } from '../database/database';
import { ApiToken } from './api-token.entity';

/** All SQL of the table `api_token`. */
@Injectable()
export class ApiTokensRepository {
  constructor(private readonly database: Database) {}

  /** The youngest token of somebody, had by the password, that lives beyond a moment. */
  findLiving(userId: number, beyond: Date): Promise<ApiToken | null> {
    return this.tokens.findOne({ where: { userId, name: '', expiresAt: MoreThan(beyond) }, order: { id: 'DESC' } });
  }

  /** The newest first. */
  livingOf(userId: number, now: Date): Promise<ApiToken[]> {
    return this.tokens.find({ where: { userId, expiresAt: MoreThan(now) }, order: { id: 'DESC' } });
  }

  async livingAmong(ids: readonly number[], now: Date): Promise<ReadonlySet<number>> {
    if (ids.length === 0) return new Set();
    const rows = await this.tokens.find({ where: { id: In([...ids]), expiresAt: MoreThan(now) }, select: { id: true } });
    return new Set(rows.map(({ id }) => id));
  }

  async touch(id: number, now: Date): Promise<void> {
    await this.tokens.update({ id }, { lastUsedAt: now });
  }

  async insert(token: Omit<ApiToken, 'id' | 'user' | 'lastUsedAt'>): Promise<ApiToken> {
    const row = this.tokens.create(token);
    await this.tokens.insert(row);
    return row;
  }

  /** @returns whether there was one */
  async deleteOwn(userId: number, id: number): Promise<boolean> {
    const { affected } = await this.tokens.delete({ id, userId });
    return affected === 1;
  }

  /** Forgets what has expired, so many rows at a time. @returns whether there may be more */
  async deleteExpired(now: Date, limit: number): Promise<boolean> {
    const expired = await this.tokens.find({ where: { expiresAt: LessThan(now) }, take: limit, select: { id: true } });
    if (expired.length > 0) await this.tokens.delete(expired.map(({ id }) => id));
    return expired.length === limit;
  }

  async deleteAllOf(userId: number): Promise<void> {
    await this.tokens.delete({ userId });
  }

  private get tokens() {
    return this.database.manager.getRepository(ApiToken);
  }
}
