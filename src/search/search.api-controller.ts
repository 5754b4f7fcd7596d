import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiQuery } from '@nestjs/swagger';
import { ApiController } from '../api/api-controller.decorator';
import { ApiProblems } from '../api/api-problems.decorator';
import { JsonPages } from '../api/json-pages';
import { AtCursor, type CursorQuery } from '../api/page-query.decorators';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { PostJsonPresenter, PostPageJson } from '../posts/post-json.presenter';
import { PersonPresenter } from '../users/person.presenter';
import { PersonJson, UserJsonPresenter } from '../users/user-json.presenter';
import { NothingToFind } from './search.errors';
import { type SearchOrder, SEARCH_ORDERS, SearchService } from './search.service';
import { SuggestionsService } from './suggestions.service';

/** What was found. */
export class SearchPageJson extends PostPageJson {
  @ApiProperty({ type: [PersonJson], description: 'Who is called like what is looked for, or whose name begins so' })
  readonly people!: PersonJson[];

  @ApiProperty({ type: [String], description: 'Tags that begin with what is looked for', example: ['birds'] })
  readonly tags!: string[];

  @ApiProperty({ description: 'The search was broken off before it had looked everywhere: the next page goes on' })
  readonly cut!: boolean;
}

/** What was said about something. */
@ApiController('search')
export class SearchApiController {
  constructor(
    private readonly searches: SearchService,
    private readonly suggestions: SuggestionsService,
    private readonly posts: PostJsonPresenter,
    private readonly people: PersonPresenter,
    private readonly peopleJson: UserJsonPresenter,
    private readonly pages: JsonPages,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Finds posts, people and tags; what is typed on the page for searching is understood here too' })
  @ApiQuery({ name: 'q', required: true, schema: { type: 'string' }, example: 'birds from:susan -"in the rain"' })
  @ApiQuery({
    name: 'sort',
    required: false,
    schema: { type: 'string', enum: [...SEARCH_ORDERS], default: 'newest' },
    description: 'The best are ranked among the newest 200, and are one page',
  })
  @ApiOkResponse({ type: SearchPageJson })
  @ApiProblems(400)
  async search(
    @CurrentUser() me: Viewer,
    @AtCursor() at: CursorQuery,
    @Query('q') q?: unknown,
    @Query('sort') sort?: unknown,
  ): Promise<SearchPageJson> {
    const order: SearchOrder = sort === 'best' ? 'best' : 'newest';
    const text = typeof q === 'string' ? q : '';
    const results = await this.searches.search(text, me, { order, before: at.cursor.before, limit: at.perPage });
    if (!results) throw new NothingToFind();
    const { people, tags } = await this.suggestions.for(text, me.id);
    const next = order === 'newest' && results.next !== null ? { before: results.next } : null;
    const items = results.posts.map((post) => this.posts.present(post, me));
    return {
      ...this.pages.slice({ items, next, prev: null }, at, 'api.search.search', {
        q: text,
        ...(order === 'best' ? { sort } : {}),
      } as never),
      people: people.map((person) => this.peopleJson.person(this.people.present(person))),
      tags: [...tags],
      cut: results.isCut,
    };
  }
}
