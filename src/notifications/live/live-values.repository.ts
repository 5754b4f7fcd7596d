import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import { Sql, toDate } from '../../database/sql';
import { LiveValue } from './live-value.entity';

/** A value as pages and programs get it. */
export interface LiveValueRow {
  readonly id: number;
  readonly userId: number;
  readonly name: string;
  readonly data: unknown;
  readonly createdAt: Date;
}

type RawLiveValue = Omit<LiveValueRow, 'data' | 'createdAt'> & { readonly data: string; readonly createdAt: Date | string };

const SELECT = 'SELECT id, user_id AS userId, name, data, created_at AS createdAt FROM live_value';

/** All SQL of the table `live_value`. */
@Injectable()
export class LiveValuesRepository {
  constructor(
    private readonly sql: Sql,
    private readonly database: Database,
  ) {}

  /** What is younger than an id, the oldest first. */
  async after(userId: number, id: number): Promise<LiveValueRow[]> {
    return (await this.sql.all<RawLiveValue>(`${SELECT} WHERE user_id = ? AND id > ? ORDER BY id`, [userId, id])).map(toRow);
  }

  /** What is younger than a moment, the oldest first. */
  async since(userId: number, moment: Date): Promise<LiveValueRow[]> {
    return (await this.sql.all<RawLiveValue>(`${SELECT} WHERE user_id = ? AND created_at > ? ORDER BY id`, [userId, moment])).map(
      toRow,
    );
  }

  /** In a transaction that has locked its owner: so the ids of one person rise in the order of the commits. */
  async replace(value: Pick<LiveValue, 'userId' | 'name' | 'data'>, now: Date): Promise<void> {
    const { userId, name } = value;
    const [last] = await this.sql.all<{ at: Date | string }>(
      'SELECT created_at AS at FROM live_value WHERE user_id = ? ORDER BY id DESC LIMIT 1',
      [userId],
    );
    // Who asks by time must not miss the second of two in one millisecond.
    const createdAt = last && toDate(last.at) >= now ? new Date(toDate(last.at).getTime() + 1) : now;
    await this.values.delete({ userId, name });
    await this.values.insert({ ...value, createdAt });
  }

  private get values() {
    return this.database.manager.getRepository(LiveValue);
  }
}

const toRow = ({ data, createdAt, ...row }: RawLiveValue): LiveValueRow => ({
  ...row,
  data: JSON.parse(data) as unknown,
  createdAt: toDate(createdAt),
});
