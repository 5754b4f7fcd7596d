import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../events/event-bus';
import { Jobs } from '../jobs/jobs.service';
import { PostEdited } from '../posts/events/post-edited.event';
import { PostSettled } from '../posts/events/post-settled.event';
import { INDEX_POST } from './index-post.processor';
import { SearchIndex } from './search-index.port';
import { SearchPosts } from './search-posts.queries';

/** Hears what is said, and puts it into the index. What is deleted needs nothing: a proposal without a post is none. */
@Injectable()
export class SearchFeeder implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly jobs: Jobs,
    private readonly index: SearchIndex,
    private readonly posts: SearchPosts,
  ) {}

  onModuleInit(): void {
    this.events.within(PostSettled, ({ postId }) => this.feed(postId));
    this.events.within(PostEdited, async ({ postId }) => {
      await this.jobs.add(INDEX_POST, { postId });
    });
  }

  /** Twice is harmless. */
  async feed(postId: number): Promise<void> {
    await this.index.add(await this.posts.pick([postId], {}));
  }
}
