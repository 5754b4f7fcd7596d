import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../events/event-bus';
import { Jobs } from '../jobs/jobs.service';
import { PostEdited } from '../posts/events/post-edited.event';
import { PostPublished } from '../posts/events/post-published.event';
import { INDEX_POST } from './index-post.processor';

/** Hears what is said, and has it put into the index. What is deleted needs nothing: a proposal without a post is none. */
@Injectable()
export class SearchFeeder implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.events.within(PostPublished, ({ postId }) => this.feed(postId));
    this.events.within(PostEdited, ({ postId }) => this.feed(postId));
  }

  private async feed(postId: number): Promise<void> {
    await this.jobs.add(INDEX_POST, { postId });
  }
}
