import { Controller, Get, HttpStatus, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CurrentUser } from '../common/current-user.decorator';
import { Poll } from '../common/poll.decorator';
import { parseCursor, parsePageNumber } from '../common/page';
import type { Viewer } from '../common/viewer';
import { UrlFor } from '../routing/url-for';
import { PersonPresenter } from '../users/person.presenter';
import { page, redirect } from '../web/answers';
import { BadQuery } from './search.errors';
import { SearchPresenter } from './search.presenter';
import { type SearchOrder, type SearchResults, SearchService } from './search.service';
import { SuggestionsService } from './suggestions.service';

type QueryString = Record<string, unknown>;

/** What was said about something, and who and what is called so. */
@Controller('search')
export class SearchController {
  constructor(
    private readonly searches: SearchService,
    private readonly suggestions: SuggestionsService,
    private readonly presenter: SearchPresenter,
    private readonly people: PersonPresenter,
    private readonly urls: UrlFor,
  ) {}

  @Get()
  async search(@CurrentUser() me: Viewer, @Query() query: QueryString) {
    const q = typeof query['q'] === 'string' ? query['q'] : '';
    const order: SearchOrder = query['sort'] === 'best' ? 'best' : 'newest';
    const [before, number] = [parseCursor(query).before, parsePageNumber(query).page - 1];
    try {
      const results = await this.searches.search(q, me, { order, before, page: number });
      if (!results) return redirect('timeline.explore');
      const isFirst = before === undefined && number === 0;
      return page('search/results', {
        q,
        order,
        found: isFirst ? await this.found(q, me) : null,
        posts: this.linked(results, me, { q, order, isFirst }),
        isCut: results.isCut,
      });
    } catch (error) {
      if (!(error instanceof BadQuery)) throw error;
      const problem = { key: `errors.${error.code}`, args: error.args };
      return page('search/results', { q, order, problem, posts: { items: [] } }, HttpStatus.UNPROCESSABLE_ENTITY);
    }
  }

  /** Names and tags that begin with what is being typed, for the page's own script. */
  @Get('suggestions')
  @Poll()
  async suggest(@CurrentUser() me: Viewer, @Query('q') q: unknown, @Res({ passthrough: true }) response: Response) {
    response.setHeader('Cache-Control', 'private, max-age=60');
    const { people, tags } = await this.suggestions.for(typeof q === 'string' ? q : '', me.id);
    return [...people.map(({ username }) => `@${username}`), ...tags.map((tag) => `#${tag}`)];
  }

  private async found(q: string, me: Viewer) {
    const { people, tags } = await this.suggestions.for(q, me.id);
    return people.length + tags.length === 0 ? null : { people: people.map((person) => this.people.present(person)), tags };
  }

  private linked(
    { posts, matcher, next }: SearchResults,
    me: Viewer,
    { q, order, isFirst }: { q: string; order: SearchOrder; isFirst: boolean },
  ) {
    const sort = order === 'best' ? { sort: order } : {};
    const further = order === 'best' ? { page: (next ?? 0) + 1 } : { before: next ?? 0 };
    return {
      items: posts.map((post) => this.presenter.present(post, me, matcher)),
      olderUrl: next === null ? null : this.urls.path('search.search', { q, ...sort, ...further }),
      newerUrl: isFirst ? null : this.urls.path('search.search', { q, ...sort }),
    };
  }
}
