import { Controller, Get, HttpStatus, Query } from '@nestjs/common';
import { CurrentUser } from '../common/current-user.decorator';
import { parseCursor } from '../common/page';
import type { Viewer } from '../common/viewer';
import { MessagePresenter } from '../messages/message.presenter';
import { UrlFor } from '../routing/url-for';
import { page, redirect } from '../web/answers';
import { type FoundMessages, MessageSearchService } from './message-search.service';
import { BadQuery } from './search.errors';

/** What was said in one's own private messages. */
@Controller('messages/search')
export class MessageSearchController {
  constructor(
    private readonly searches: MessageSearchService,
    private readonly presenter: MessagePresenter,
    private readonly urls: UrlFor,
  ) {}

  @Get()
  async search(@CurrentUser() me: Viewer, @Query() query: Record<string, unknown>) {
    const q = typeof query['q'] === 'string' ? query['q'] : '';
    try {
      const found = await this.searches.search(q, me.id, parseCursor(query).before);
      if (!found) return redirect('messages.inbox');
      return page('messages/search', { q, messages: this.linked(found, q, me) });
    } catch (error) {
      if (!(error instanceof BadQuery)) throw error;
      const problem = { key: `errors.${error.code}`, args: error.args };
      return page('messages/search', { q, problem, messages: { items: [] } }, HttpStatus.UNPROCESSABLE_ENTITY);
    }
  }

  private linked({ messages, next }: FoundMessages, q: string, me: Viewer) {
    return {
      items: messages.map((message) => this.presenter.present(message, me)),
      olderUrl: next === null ? null : this.urls.path('messageSearch.search', { q, before: next }),
      newerUrl: null,
    };
  }
}
