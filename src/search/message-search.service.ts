import { Injectable } from '@nestjs/common';
import { BEYOND_ALL, type Cursor, firstPage } from '../common/page';
import { SiteConfig } from '../config/site.config';
import type { Box, MessageRow } from '../messages/messages.repository';
import { MessagesService } from '../messages/messages.service';
import { UsersRepository } from '../users/users.repository';
import { Matcher } from './query/matcher';
import { isEmptyQuery, parseQuery, type SearchQuery } from './query/search-query';

/** So many messages of each box are read for one page. */
const MOST_READ = 4_000;
const BATCH = 250;

export interface FoundMessages {
  readonly messages: readonly MessageRow[];
  /** Below which id the next page begins; null when that was all. */
  readonly next: number | null;
}

/** Where to look: a box, or what was said with one person, and of that what came or what went. */
interface Place {
  readonly box: Box;
  readonly isOutgoing: boolean;
}

/** What is looked for there. */
interface Reading {
  readonly ownerId: number;
  readonly matcher: Matcher;
  /** The oldest id that counts. */
  readonly oldest: number;
  readonly limit: number;
}

/** Finds words in one's own private messages: in no index, which others could ask, but by reading them. */
@Injectable()
export class MessageSearchService {
  constructor(
    private readonly messages: MessagesService,
    private readonly users: UsersRepository,
    private readonly site: SiteConfig,
  ) {}

  /** @returns null when nothing is looked for @throws BadQuery */
  async search(text: string, ownerId: number, before?: number, limit = this.site.postsPerPage): Promise<FoundMessages | null> {
    const query = parseQuery(text, 'messages');
    if (isEmptyQuery(query)) return null;
    const places = await this.placesOf(query, ownerId);
    const oldest = query.after ? await this.messages.firstSince(query.after) : 0;
    const ceiling = query.before ? await this.messages.firstSince(query.before) : BEYOND_ALL;
    const reading = { ownerId, matcher: new Matcher(query), oldest, limit };
    const below = Math.min(ceiling, before ?? BEYOND_ALL);
    const begin = below === BEYOND_ALL ? firstPage : { before: below };
    const read = await Promise.all(places.map((place) => this.read(place, reading, begin)));
    // Below where one place was left nobody knows yet what is in it: those hits of the other one wait for the next page.
    const floor = Math.max(0, ...read.map(({ leftAt }) => leftAt));
    const found = read
      .flatMap(({ hits }) => hits)
      .filter(({ id }) => id >= floor)
      .sort((a, b) => b.id - a.id);
    const messages = found.slice(0, limit);
    if (found.length > limit) return { messages, next: messages.at(-1)?.id ?? null };
    return { messages, next: floor === 0 ? null : floor };
  }

  /** Nowhere for somebody whom nobody knows, and for what others wrote to each other. */
  private async placesOf({ from, to }: SearchQuery, ownerId: number): Promise<Place[]> {
    const sender = from === undefined ? undefined : await this.users.findByUsername(from);
    const recipient = to === undefined ? undefined : await this.users.findByUsername(to);
    if (sender === null || recipient === null) return [];
    const sides = [
      { isOutgoing: false, self: recipient, other: sender },
      { isOutgoing: true, self: sender, other: recipient },
    ];
    return sides
      .filter(({ self }) => self === undefined || self.id === ownerId)
      .map(({ isOutgoing, other }) => ({ isOutgoing, box: other ? { personId: other.id } : { isOutgoing } }));
  }

  /** @returns what was found, and down to which id; 0 when to the end */
  private async read({ box, isOutgoing }: Place, { ownerId, matcher, oldest, limit }: Reading, begin: Cursor) {
    const hits: MessageRow[] = [];
    let cursor: Cursor | null = begin;
    for (let left = MOST_READ; cursor && left > 0 && hits.length <= limit; left -= BATCH) {
      const { items, older }: Awaited<ReturnType<MessagesService['page']>> = await this.messages.page(
        ownerId,
        box,
        cursor,
        BATCH,
      );
      const there = items.filter((message) => message.isOutgoing === isOutgoing && message.id >= oldest);
      hits.push(...there.filter(({ body }) => matcher.match(body) !== null));
      cursor = older?.before !== undefined && older.before > oldest ? older : null;
    }
    return { hits, leftAt: cursor?.before ?? 0 };
  }
}
