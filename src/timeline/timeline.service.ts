import { Injectable } from '@nestjs/common';
import type { Cursor, CursorPage } from '../common/page';
import { SiteConfig } from '../config/site.config';
import { Replicas } from '../database/mysql/replicas';
import type { PostRow } from '../posts/post-rows.repository';
import { BookmarksQueries } from './bookmarks.queries';
import { ExploreQueries } from './explore.queries';
import { type HomeOwner, HomeTimeline } from './home-timeline.port';
import { SuggestionsQueries } from './suggestions.queries';

const SUGGESTIONS = 5;

/** Posts of many people together. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly homeTimeline: HomeTimeline,
    private readonly everything: ExploreQueries,
    private readonly kept: BookmarksQueries,
    private readonly suggestions: SuggestionsQueries,
    private readonly replicas: Replicas,
    private readonly site: SiteConfig,
  ) {}

  /** What those say whom somebody follows, and what they say themselves: a new account's home page must not be empty. */
  home(owner: HomeOwner, cursor: Cursor, limit = this.site.postsPerPage): Promise<CursorPage<PostRow>> {
    return this.homeTimeline.homeOf(owner, cursor, limit);
  }

  /** What everybody says. */
  explore(viewerId: number, cursor: Cursor, limit = this.site.postsPerPage): Promise<CursorPage<PostRow>> {
    return this.everything.page(viewerId, cursor, limit);
  }

  /** What everybody says about one thing. */
  tagged(tag: string, viewerId: number, cursor: Cursor, limit = this.site.postsPerPage): Promise<CursorPage<PostRow>> {
    return this.everything.tagged(tag, viewerId, cursor, limit);
  }

  /** What somebody keeps for later. The cursor is no post's id. */
  bookmarks(viewerId: number, cursor: Cursor, limit = this.site.postsPerPage): Promise<CursorPage<PostRow>> {
    return this.kept.page(viewerId, cursor, limit);
  }

  /** People worth following, for a home page that is empty. */
  suggestionsFor(viewerId: number) {
    return this.replicas.mayLag(() => this.suggestions.forViewer(viewerId, SUGGESTIONS));
  }
}
