import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { type Cursor, type CursorPage, firstPage, seekOf, toCursorPage } from '../common/page';
import { Database } from '../database/database';
import { firstSince } from '../database/first-since';
import { Sql, type SqlValue, toDate } from '../database/sql';
import type { PersonFacts } from '../users/person.presenter';
import { Message } from './message.entity';

/** Somebody's copy of a message, and the other person. */
export interface MessageRow {
  readonly id: number;
  readonly isOutgoing: boolean;
  readonly body: string;
  readonly createdAt: Date;
  readonly isUnread: boolean;
  readonly person: PersonFacts;
}

/** Which of somebody's messages were seen: those up to an id, of one person; else all. */
export interface Seen {
  readonly upTo?: number;
  readonly personId?: number;
}

/** Which of somebody's messages. */
export type Box = { readonly isOutgoing: boolean } | { readonly personId: number };

interface RawMessage {
  readonly id: number;
  readonly is_outgoing: number;
  readonly body: string;
  readonly created_at: Date | string;
  readonly read_at: Date | string | null;
  readonly person_id: number;
  readonly username: string;
  readonly email: string;
}

const SELECT = `SELECT m.id, m.is_outgoing, m.body, m.created_at, m.read_at, m.person_id, u.username, u.email
  FROM message m JOIN \`user\` u ON u.id = m.person_id`;

/** All SQL of the table `message`. */
@Injectable()
export class MessagesRepository {
  constructor(
    private readonly sql: Sql,
    private readonly database: Database,
  ) {}

  async find(ownerId: number, id: number): Promise<MessageRow | null> {
    const [row] = await this.sql.all<RawMessage>(`${SELECT} WHERE m.id = ? AND m.owner_id = ?`, [id, ownerId]);
    return row ? toRow(row) : null;
  }

  /** The newest first. */
  async page(ownerId: number, box: Box, cursor: Cursor, limit: number): Promise<CursorPage<MessageRow>> {
    const { past, order, from } = seekOf(cursor);
    const { where, params } = conditionOf(ownerId, box);
    const rows = await this.sql.all<RawMessage>(`${SELECT} WHERE ${where} AND m.id ${past} ? ORDER BY m.id ${order} LIMIT ?`, [
      ...params,
      from,
      limit + 1,
    ]);
    // Whoever came by a link has messages on both sides; an empty page needs to know the way back.
    const behind = rows.length > 0 || (cursor !== firstPage && (await this.hasAny(ownerId, box)));
    return toCursorPage(rows.map(toRow), limit, cursor, ({ id }) => id, behind);
  }

  /** The first id at or after a moment, of anybody's. */
  firstSince(moment: Date): Promise<number> {
    return firstSince(this.sql, 'message', moment);
  }

  /** @throws QueryFailedError when the same form was sent before */
  async insert(message: Omit<Message, 'id' | 'owner' | 'person'>): Promise<number> {
    const row = this.messages.create(message);
    await this.messages.insert(row);
    return row.id;
  }

  async idOf(ownerId: number, digest: string): Promise<number> {
    const { id } = await this.messages.findOneOrFail({ select: { id: true }, where: { ownerId, digest } });
    return id;
  }

  /** @returns the row as it was; null when there was none */
  async delete(ownerId: number, id: number): Promise<MessageRow | null> {
    const row = await this.find(ownerId, id);
    const { affected } = await this.messages.delete({ id, ownerId });
    return affected === 1 ? row : null;
  }

  /** Id of the newest of somebody's messages; 0 without any. */
  async newestId(ownerId: number): Promise<number> {
    return (await this.messages.maximum('id', { ownerId })) ?? 0;
  }

  countUnread(ownerId: number): Promise<number> {
    return this.messages.countBy({ ownerId, readAt: IsNull() });
  }

  async markRead(ownerId: number, { upTo, personId }: Seen, now: Date): Promise<void> {
    const unread = {
      ownerId,
      readAt: IsNull(),
      ...(upTo === undefined ? {} : { id: LessThanOrEqual(upTo) }),
      ...(personId === undefined ? {} : { personId }),
    };
    await this.messages.update(unread, { readAt: now });
  }

  /** Some of those who have messages from, or to, somebody. */
  async ownersWith(personId: number, limit: number): Promise<number[]> {
    const rows = await this.sql.all<{ owner_id: number }>('SELECT DISTINCT owner_id FROM message WHERE person_id = ? LIMIT ?', [
      personId,
      limit,
    ]);
    return rows.map(({ owner_id }) => owner_id);
  }

  /** Forgets some of what somebody has from, or to, somebody. @returns how many there were, and how many of these were unread */
  async deleteSome(ownerId: number, personId: number, limit: number): Promise<{ count: number; unread: number }> {
    const select = { id: true, readAt: true };
    const some = await this.messages.find({ select, where: { ownerId, personId }, order: { id: 'ASC' }, take: limit });
    if (some.length > 0) await this.messages.delete({ id: In(some.map(({ id }) => id)) });
    return { count: some.length, unread: some.filter(({ readAt }) => readAt === null).length };
  }

  private async hasAny(ownerId: number, box: Box): Promise<boolean> {
    const { where, params } = conditionOf(ownerId, box);
    return (await this.sql.all(`SELECT 1 FROM message m WHERE ${where} LIMIT 1`, params)).length > 0;
  }

  private get messages() {
    return this.database.manager.getRepository(Message);
  }
}

function conditionOf(ownerId: number, box: Box): { where: string; params: SqlValue[] } {
  if ('isOutgoing' in box) return { where: 'm.owner_id = ? AND m.is_outgoing = ?', params: [ownerId, box.isOutgoing] };
  // What somebody writes to themselves comes back at once: one of the two is enough.
  const own = box.personId === ownerId ? ' AND m.is_outgoing = 0' : '';
  return { where: `m.owner_id = ? AND m.person_id = ?${own}`, params: [ownerId, box.personId] };
}

function toRow({ id, is_outgoing, body, created_at, read_at, person_id, username, email }: RawMessage): MessageRow {
  return {
    id,
    isOutgoing: Boolean(is_outgoing),
    body,
    createdAt: toDate(created_at),
    isUnread: read_at === null,
    person: { id: person_id, username, email },
  };
}
