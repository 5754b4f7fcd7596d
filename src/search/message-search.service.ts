import { Injectable } from '@nestjs/common';
import { type Cursor, firstPage } from '../common/page';
import { SiteConfig } from '../config/site.config';
import type { MessageRow } from '../messages/messages.repository';
import { MessagesService } from '../messages/messages.service';
import { Matcher } from './query/matcher';
import { type SearchQuery, parseQuery } from './query/search-query';

/** So many messages of each box are read for one page. */
const MOST_READ = 4_000;
const BATCH = 250;

export interface FoundMessages {
  readonly messages: readonly MessageRow[];
  /** Below which id the next page begins; null when that was all. */
  readonly next: number | null;
}

/** What is read of one box. */
interface Reading {
  readonly ownerId: number;
  readonly isOutgoing: boolean;
  readonly query: SearchQuery;
  readonly limit: number;
}

/** Finds words in one's own private messages: in no index, which others could ask, but by reading them. */
@Injectable()
export class MessageSearchService {
  constructor(
    private readonly messages: MessagesService,
    private readonly site: SiteConfig,
  ) {}

  /** @returns null when nothing is looked for @throws BadQuery */
  async search(text: string, ownerId: number, before?: number, limit = this.site.postsPerPage): Promise<FoundMessages | null> {
    const query = parseQuery(text);
    if (query.clauses.length + query.excluded.length === 0) return null;
    const boxes = await Promise.all(
      [false, true].map((isOutgoing) =>
        this.read({ ownerId, isOutgoing, query, limit }, before === undefined ? firstPage : { before }),
      ),
    );
    // Below where one box was left nobody knows yet what is in it: those hits of the other one wait for the next page.
    const floor = Math.max(0, ...boxes.map(({ leftAt }) => leftAt));
    const found = boxes
      .flatMap(({ hits }) => hits)
      .filter(({ id }) => id >= floor)
      .sort((a, b) => b.id - a.id);
    const messages = found.slice(0, limit);
    if (found.length > limit) return { messages, next: messages.at(-1)?.id ?? null };
    return { messages, next: floor === 0 ? null : floor };
  }

  /** @returns what was found, and down to which id; 0 when to the end */
  private async read({ ownerId, isOutgoing, query, limit }: Reading, begin: Cursor) {
    const matcher = new Matcher(query);
    const hits: MessageRow[] = [];
    let cursor: Cursor | null = begin;
    for (let left = MOST_READ; cursor && left > 0 && hits.length <= limit; left -= BATCH) {
      const { items, older }: Awaited<ReturnType<MessagesService['page']>> = await this.messages.page(
        ownerId,
        { isOutgoing },
        cursor,
        BATCH,
      );
      hits.push(...items.filter(({ body }) => matcher.match(body) !== null));
      cursor = older;
    }
    return { hits, leftAt: cursor?.before ?? 0 };
  }
}
