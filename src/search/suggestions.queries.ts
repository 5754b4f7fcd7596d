import { Injectable } from '@nestjs/common';
import { Sql } from '../database/sql';
import type { PersonFacts } from '../users/person.presenter';
import { isVisible } from '../users/users.repository';

const MOST = 5;

/** Names and tags that begin with what is being typed. */
@Injectable()
export class SuggestionsByPrefix {
  constructor(private readonly sql: Sql) {}

  /** Without who keeps the reader away, or is kept away. @param prefix in the spelling by which names are compared */
  people(prefix: string, viewerId: number): Promise<PersonFacts[]> {
    return this.sql.all<PersonFacts>(
      `SELECT u.id, u.username, u.email FROM \`user\` u
       WHERE u.username_key >= ? AND u.username_key < ? AND ${isVisible('u')}
         AND NOT EXISTS (SELECT 1 FROM restriction r WHERE r.person_id = ? AND r.other_id = u.id AND r.kind <> 'mute')
       ORDER BY u.username_key LIMIT ${MOST}`,
      [prefix, endOf(prefix), viewerId],
    );
  }

  /** @param prefix in the spelling by which tags are compared */
  async tags(prefix: string): Promise<string[]> {
    const rows = await this.sql.all<{ tag: string }>(
      `SELECT DISTINCT tag FROM post_tag WHERE tag >= ? AND tag < ? ORDER BY tag LIMIT ${MOST}`,
      [prefix, endOf(prefix)],
    );
    return rows.map(({ tag }) => tag);
  }
}

/** Behind all that begins so. */
const endOf = (prefix: string): string => `${prefix}\u{10FFFF}`;
