import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { JsonPages } from '../api/json-pages';
import { AtCursor, type CursorQuery } from '../api/page-query.decorators';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { MessageJsonPresenter, MessagePageJson } from '../messages/message-json.presenter';
import { MessageSearchService } from './message-search.service';
import { NothingToFind } from './search.errors';

/** What was said in one's own private messages. */
@ApiController('search/messages', { tag: 'search' })
export class MessageSearchApiController {
  constructor(
    private readonly searches: MessageSearchService,
    private readonly json: MessageJsonPresenter,
    private readonly pages: JsonPages,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Finds words in your own private messages, of both boxes; the newest first' })
  @ApiQuery({
    name: 'q',
    required: true,
    schema: { type: 'string' },
    example: 'birthday -cake from:john',
    description: 'Narrowed by `from:`, `to:`, `before:` and `after:`; what else narrows a search of posts is refused',
  })
  @ApiOkResponse({ type: MessagePageJson })
  @ApiProblems(400)
  async search(@CurrentUser() me: Viewer, @AtCursor() at: CursorQuery, @Query('q') q?: unknown): Promise<MessagePageJson> {
    const text = typeof q === 'string' ? q : '';
    const found = await this.searches.search(text, me.id, at.cursor.before, at.perPage);
    if (!found) throw new NothingToFind();
    const items = found.messages.map((message) => this.json.present(message, me));
    const next = found.next === null ? null : { before: found.next };
    return this.pages.slice({ items, next, prev: null }, at, 'api.messageSearch.search', { q: text });
  }
}
