import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../database/database';
import { Export } from './export.entity';

/** All SQL of the table `export`. */
@Injectable()
export class ExportsRepository {
  constructor(private readonly database: Database) {}

  async insert(found: Pick<Export, 'userId' | 'state' | 'createdAt' | 'expiresAt'>): Promise<number> {
    const row = this.exports.create(found);
    await this.exports.insert(row);
    return row.id;
  }

  find(id: number): Promise<Export | null> {
    return this.exports.findOneBy({ id });
  }

  findLatest(userId: number): Promise<Export | null> {
    return this.exports.findOne({ where: { userId }, order: { id: 'DESC' } });
  }

  /** Changes one that is being made. @returns false when it is over, or gone */
  async update(id: number, changes: Partial<Pick<Export, 'state' | 'progress' | 'size' | 'finishedAt' | 'expiresAt'>>) {
    const { affected } = await this.exports.update({ id, state: 'running' }, changes);
    return affected === 1;
  }

  /** Forgets those of somebody that came before one. @returns their ids */
  async deleteBefore(userId: number, id: number): Promise<number[]> {
    return this.delete(await this.exports.findBy({ userId, id: LessThan(id) }));
  }

  /** @returns their ids */
  async deleteAllOf(userId: number): Promise<number[]> {
    return this.delete(await this.exports.findBy({ userId }));
  }

  /** @returns their ids, so many at most */
  async deleteExpired(now: Date, limit: number): Promise<number[]> {
    return this.delete(await this.exports.find({ where: { expiresAt: LessThan(now) }, take: limit }));
  }

  private async delete(rows: readonly Export[]): Promise<number[]> {
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) await this.exports.delete(ids);
    return ids;
  }

  private get exports() {
    return this.database.manager.getRepository(Export);
  }
}
