import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TimelineConfig } from '../config/timeline.config';
import { PostsModule } from '../posts/posts.module';
import { BookmarksQueries } from './bookmarks.queries';
import { ExploreQueries } from './explore.queries';
import { HomeTimeline } from './home-timeline.port';
import { PullHomeTimeline } from './pull-home-timeline.queries';
import { BuildListProcessor } from './push/build-list.processor';
import { PushHomeTimeline } from './push/push-home-timeline.queries';
import { TidyListsProcessor } from './push/tidy-lists.processor';
import { TimelineEntry } from './push/timeline-entry.entity';
import { TimelineFeeder } from './push/timeline-feeder';
import { TimelineList } from './push/timeline-list.entity';
import { TimelineListsRepository } from './push/timeline-lists.repository';
import { TimelineLists } from './push/timeline-lists.service';
import { SuggestionsQueries } from './suggestions.queries';
import { TimelineApiController } from './timeline.api-controller';
import { TimelineController } from './timeline.controller';
import { TimelineService } from './timeline.service';

/** Posts of many people together: home and explore. */
@Module({
  imports: [PostsModule, TypeOrmModule.forFeature([TimelineList, TimelineEntry])],
  controllers: [TimelineController, TimelineApiController],
  providers: [
    TimelineService,
    BookmarksQueries,
    ExploreQueries,
    SuggestionsQueries,
    PullHomeTimeline,
    PushHomeTimeline,
    {
      provide: HomeTimeline,
      inject: [TimelineConfig, PullHomeTimeline, PushHomeTimeline],
      useFactory: ({ strategy }: TimelineConfig, pull: HomeTimeline, push: HomeTimeline) => ({ pull, push })[strategy],
    },
    TimelineLists,
    TimelineListsRepository,
    TimelineFeeder,
    BuildListProcessor,
    TidyListsProcessor,
  ],
  exports: [TimelineService],
})
export class TimelineModule {}
