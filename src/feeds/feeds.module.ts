import { Module } from '@nestjs/common';
import { PostsModule } from '../posts/posts.module';
import { TimelineModule } from '../timeline/timeline.module';
import { FeedPresenter } from './feed.presenter';
import { FeedsController } from './feeds.controller';
import { FeedsService } from './feeds.service';

/** What is new, for programs that fetch it now and then. */
@Module({
  imports: [PostsModule, TimelineModule],
  controllers: [FeedsController],
  providers: [FeedsService, FeedPresenter],
})
export class FeedsModule {}
