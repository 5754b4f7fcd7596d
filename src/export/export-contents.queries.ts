import { Injectable } from '@nestjs/common';
import { Sql, type SqlValue, toDate } from '../database/sql';
import type { JsonLists } from './json-document';

const BATCH = 500;

type Moment = Date | string;
type Row = Readonly<Record<string, unknown>>;

/** A row that says where the next batch begins. */
type Keyed<T> = T & { readonly key: number };

interface PostRow {
  readonly body: string;
  readonly language: string;
  readonly replyToId: number | null;
  readonly createdAt: Moment;
  readonly editedAt: Moment | null;
}

interface RevisionRow {
  readonly postId: number;
  readonly body: string;
  readonly createdAt: Moment;
}

interface MessageRow {
  readonly person: string;
  readonly body: string;
  readonly createdAt: Moment;
  readonly readAt: Moment | null;
}

interface AccountRow {
  readonly id: number;
  readonly username: string;
  readonly email: string;
  readonly aboutMe: string;
  readonly createdAt: Moment;
  readonly lastSeenAt: Moment | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly theme: string | null;
  readonly unwanted: string | null;
}

const iso = (moment: Moment): string => toDate(moment).toISOString();
const isoOrNull = (moment: Moment | null): string | null => (moment === null ? null : iso(moment));

const NAMED = `SELECT u.id AS \`key\`, u.username, x.created_at AS createdAt FROM`;

/** All that belongs to somebody, in batches by key: each is a read of its own, so that a large archive holds nothing up. */
@Injectable()
export class ExportContents {
  constructor(private readonly sql: Sql) {}

  /** About how many rows there will be. */
  async count(userId: number): Promise<number> {
    const [row] = await this.sql.all<{ total: number }>(
      `SELECT (SELECT COUNT(*) FROM post WHERE author_id = ?) + (SELECT COUNT(*) FROM message WHERE owner_id = ?)
         + (SELECT COUNT(*) FROM post_like WHERE user_id = ?) + (SELECT COUNT(*) FROM bookmark WHERE user_id = ?)
         + (SELECT COUNT(*) FROM follow WHERE follower_id = ?) + (SELECT COUNT(*) FROM follow WHERE followed_id = ?)
         + (SELECT COUNT(*) FROM restriction WHERE person_id = ?) + 1 AS total`,
      Array.from({ length: 7 }, () => userId),
    );
    return Number(row?.total ?? 1);
  }

  /** What there is many of, by the files of the archive. */
  lists(userId: number): Readonly<Record<string, JsonLists>> {
    return {
      'posts.json': this.posts(userId),
      'messages.json': { received: this.messages(userId, false), sent: this.messages(userId, true) },
      'follows.json': { following: this.following(userId), followers: this.followers(userId) },
      'reactions.json': { likes: this.likes(userId), reposts: this.reposts(userId), bookmarks: this.bookmarks(userId) },
      'restrictions.json': { blocked: this.restricted(userId, 'block'), muted: this.restricted(userId, 'mute') },
    };
  }

  /** Who somebody is, and how they want the site to be; null for a person who is no more. */
  async account(userId: number): Promise<Row | null> {
    const [row] = await this.sql.all<AccountRow>(
      `SELECT u.id, u.username, u.email, u.about_me AS aboutMe, u.created_at AS createdAt, u.last_seen_at AS lastSeenAt,
         s.locale, s.time_zone AS timeZone, s.theme, s.unwanted_notifications AS unwanted
       FROM \`user\` u LEFT JOIN user_settings s ON s.user_id = u.id WHERE u.id = ?`,
      [userId],
    );
    return row ? accountOf(row) : null;
  }

  /** What somebody wrote, the oldest first, with what it said before it was edited. */
  posts(userId: number): JsonLists {
    return { posts: this.postBatches(userId) };
  }

  private async *postBatches(userId: number): AsyncGenerator<Row[]> {
    const batches = this.batches<PostRow>(
      `SELECT id AS \`key\`, body, language, reply_to_id AS replyToId, created_at AS createdAt, edited_at AS editedAt FROM post
       WHERE author_id = ? AND repost_of_id IS NULL AND id > ? ORDER BY id LIMIT ${BATCH}`,
      [userId],
    );
    for await (const rows of batches) {
      const revisions = await this.revisionsOf(userId, rows);
      yield rows.map(({ key: id, body, language, replyToId, createdAt, editedAt }) => ({
        id,
        body,
        timestamp: iso(createdAt),
        edited_at: isoOrNull(editedAt),
        language,
        in_reply_to: replyToId,
        earlier: revisions.get(id) ?? [],
      }));
    }
  }

  /** @param posts in the order of their ids */
  private async revisionsOf(userId: number, posts: readonly Keyed<PostRow>[]): Promise<Map<number, Row[]>> {
    const found = new Map<number, Row[]>();
    if (posts.every(({ editedAt }) => editedAt === null)) return found;
    const rows = await this.sql.all<RevisionRow>(
      `SELECT r.post_id AS postId, r.body, r.created_at AS createdAt FROM post p JOIN post_revision r ON r.post_id = p.id
       WHERE p.author_id = ? AND p.id BETWEEN ? AND ? ORDER BY r.id`,
      [userId, posts[0]?.key ?? 0, posts.at(-1)?.key ?? 0],
    );
    for (const { postId, body, createdAt } of rows) {
      found.set(postId, [...(found.get(postId) ?? []), { body, timestamp: iso(createdAt) }]);
    }
    return found;
  }

  private messages(userId: number, isOutgoing: boolean): AsyncGenerator<Row[]> {
    return this.mapped<MessageRow>(
      `SELECT m.id AS \`key\`, u.username AS person, m.body, m.created_at AS createdAt, m.read_at AS readAt
       FROM message m JOIN \`user\` u ON u.id = m.person_id
       WHERE m.owner_id = ? AND m.is_outgoing = ? AND m.id > ? ORDER BY m.id LIMIT ${BATCH}`,
      [userId, isOutgoing],
      ({ key: id, person, body, createdAt, readAt }) => ({
        id,
        [isOutgoing ? 'to' : 'from']: person,
        body,
        timestamp: iso(createdAt),
        ...(isOutgoing ? {} : { read_at: isoOrNull(readAt) }),
      }),
    );
  }

  private following(userId: number): AsyncGenerator<Row[]> {
    return this.people(
      `${NAMED} follow x JOIN \`user\` u ON u.id = x.followed_id
       WHERE x.follower_id = ? AND x.followed_id > ? ORDER BY x.followed_id LIMIT ${BATCH}`,
      [userId],
    );
  }

  private followers(userId: number): AsyncGenerator<Row[]> {
    return this.people(
      `${NAMED} follow x JOIN \`user\` u ON u.id = x.follower_id
       WHERE x.followed_id = ? AND x.follower_id > ? ORDER BY x.follower_id LIMIT ${BATCH}`,
      [userId],
    );
  }

  /** Not by whom one is blocked: that is theirs to tell. */
  private restricted(userId: number, kind: 'block' | 'mute'): AsyncGenerator<Row[]> {
    return this.people(
      `${NAMED} restriction x JOIN \`user\` u ON u.id = x.other_id
       WHERE x.person_id = ? AND x.kind = ? AND x.other_id > ? ORDER BY x.other_id LIMIT ${BATCH}`,
      [userId, kind],
    );
  }

  private likes(userId: number): AsyncGenerator<Row[]> {
    return this.mentionedPosts(
      `SELECT post_id AS \`key\`, post_id AS postId, created_at AS createdAt FROM post_like
       WHERE user_id = ? AND post_id > ? ORDER BY post_id LIMIT ${BATCH}`,
      userId,
    );
  }

  private reposts(userId: number): AsyncGenerator<Row[]> {
    return this.mentionedPosts(
      `SELECT id AS \`key\`, repost_of_id AS postId, created_at AS createdAt FROM post
       WHERE author_id = ? AND repost_of_id IS NOT NULL AND id > ? ORDER BY id LIMIT ${BATCH}`,
      userId,
    );
  }

  private bookmarks(userId: number): AsyncGenerator<Row[]> {
    return this.mentionedPosts(
      `SELECT id AS \`key\`, post_id AS postId, created_at AS createdAt FROM bookmark
       WHERE user_id = ? AND id > ? ORDER BY id LIMIT ${BATCH}`,
      userId,
    );
  }

  private people(text: string, params: readonly SqlValue[]): AsyncGenerator<Row[]> {
    return this.mapped<{ username: string; createdAt: Moment }>(text, params, ({ username, createdAt }) => ({
      username,
      since: iso(createdAt),
    }));
  }

  private mentionedPosts(text: string, userId: number): AsyncGenerator<Row[]> {
    return this.mapped<{ postId: number; createdAt: Moment }>(text, [userId], ({ postId, createdAt }) => ({
      post_id: postId,
      timestamp: iso(createdAt),
    }));
  }

  private async *mapped<T>(text: string, params: readonly SqlValue[], toRow: (row: Keyed<T>) => Row): AsyncGenerator<Row[]> {
    for await (const rows of this.batches<T>(text, params)) yield rows.map(toRow);
  }

  /** @param text whose last question mark is for the key after which a batch begins */
  private async *batches<T>(text: string, params: readonly SqlValue[]): AsyncGenerator<Keyed<T>[]> {
    for (let after = 0; ;) {
      const rows = await this.sql.all<Keyed<T>>(text, [...params, after]);
      if (rows.length > 0) yield rows;
      if (rows.length < BATCH) return;
      after = rows.at(-1)?.key ?? after;
    }
  }
}

const accountOf = ({ id, username, email, aboutMe, createdAt, lastSeenAt, ...settings }: AccountRow): Row => ({
  id,
  username,
  email,
  about_me: aboutMe,
  created_at: iso(createdAt),
  last_seen: isoOrNull(lastSeenAt),
  settings: {
    language: settings.locale,
    time_zone: settings.timeZone,
    appearance: settings.theme ?? 'auto',
    unwanted_notifications: (settings.unwanted ?? '').split(',').filter((kind) => kind !== ''),
  },
});
