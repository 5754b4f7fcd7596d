import { Module } from '@nestjs/common';
import { PostsModule } from '../posts/posts.module';
import { BookmarksQueries } from './bookmarks.queries';
import { ExploreQueries } from './explore.queries';
import { HomeTimeline } from './home-timeline.port';
import { PullHomeTimeline } from './pull-home-timeline.queries';
import { SuggestionsQueries } from './suggestions.queries';
import { TimelineApiController } from './timeline.api-controller';
import { TimelineController } from './timeline.controller';
import { TimelineService } from './timeline.service';

/** Posts of many people together: home and explore. */
@Module({
  imports: [PostsModule],
  controllers: [TimelineController, TimelineApiController],
  providers: [
    TimelineService,
    BookmarksQueries,
    ExploreQueries,
    SuggestionsQueries,
    { provide: HomeTimeline, useClass: PullHomeTimeline },
  ],
  exports: [TimelineService],
})
export class TimelineModule {}
