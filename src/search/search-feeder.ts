import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../events/event-bus';
import { Jobs } from '../jobs/jobs.service';
import { PostEdited } from '../posts/events/post-edited.event';
import { PostSettled } from '../posts/events/post-settled.event';
import { INDEX_POST, IndexPostProcessor } from './index-post.processor';

/** Hears what is said, and has it put into the index. What is deleted needs nothing: a proposal without a post is none. */
@Injectable()
export class SearchFeeder implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly jobs: Jobs,
    private readonly indexing: IndexPostProcessor,
  ) {}

  onModuleInit(): void {
    this.events.within(PostSettled, ({ postId }) => this.indexing.process({ postId }));
    this.events.within(PostEdited, async ({ postId }) => {
      await this.jobs.add(INDEX_POST, { postId });
    });
  }
}
