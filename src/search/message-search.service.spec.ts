import type { Cursor } from '../common/page';
import type { SiteConfig } from '../config/site.config';
import type { MessagesService } from '../messages/messages.service';
import type { UsersRepository } from '../users/users.repository';
import { MessageSearchService } from './message-search.service';

const PER_PAGE = 2;

/** A search over two boxes of messages, each given by id, of which those in `hits` have the word. */
function searchOver(inbox: number[], sent: number[], hits: number[]) {
  const page = (_: number, { isOutgoing }: { isOutgoing: boolean }, { before = Infinity }: Cursor, limit: number) => {
    const rows = (isOutgoing ? sent : inbox).filter((id) => id < before).sort((a, b) => b - a);
    const items = rows.slice(0, limit).map((id) => ({ id, isOutgoing, body: hits.includes(id) ? 'a bird' : 'nothing' }));
    return Promise.resolve({ items, older: rows.length > limit ? { before: items.at(-1)?.id } : null, newer: null });
  };
  const messages = { page } as unknown as MessagesService;
  return new MessageSearchService(messages, {} as UsersRepository, { postsPerPage: PER_PAGE } as SiteConfig);
}

/** All that is found, page by page. */
async function allOf(search: MessageSearchService): Promise<{ ids: number[]; pages: number }> {
  const ids: number[] = [];
  let pages = 0;
  for (let before: number | null | undefined; before !== null; pages++) {
    const found = await search.search('bird', 1, before);
    ids.push(...found!.messages.map(({ id }) => id));
    before = found!.next;
  }
  return { ids, pages };
}

const countingDown = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from - i);

describe('a search in messages', () => {
  it('finds the newest first, of both boxes together', async () => {
    expect((await allOf(searchOver([9, 7, 5], [8, 6, 4], [9, 8, 6, 5]))).ids).toEqual([9, 8, 6, 5]);
  });

  it('goes on where it gave up reading, and loses nothing behind that', async () => {
    const { ids, pages } = await allOf(searchOver(countingDown(20_000, 9_000), [10], [11_001]));

    expect(ids).toEqual([11_001]);
    expect(pages).toBeGreaterThan(1);
  });

  it('waits with what one box has behind the place where the other was left', async () => {
    const hits = [16_500, 15_000, 10];
    expect((await allOf(searchOver(countingDown(20_000, 9_000), [10], hits))).ids).toEqual(hits);
  });

  it('looks for nothing when nothing is asked', async () => {
    expect(await searchOver([1], [], [1]).search(' ', 1)).toBeNull();
  });
});
