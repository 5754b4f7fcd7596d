import type { OnModuleInit } from '@nestjs/common';
import { EventBus } from '../events/event-bus';
import { JobKind, type JobProcessor, Processes } from '../jobs/job-kind';
import { Jobs } from '../jobs/jobs.service';
import { PostPublished } from './events/post-published.event';
import { PostReposted } from './events/post-reposted.event';
import { PostSettled } from './events/post-settled.event';

export const SETTLE_POST = new JobKind<Readonly<{ postId: number; authorId: number }>>('posts.settle');

/** Tells the features above what was said when there is time for it: one job a post, however many they are. */
@Processes(SETTLE_POST)
export class SettlePostProcessor implements JobProcessor<typeof SETTLE_POST.data>, OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.events.within(PostPublished, ({ postId, authorId }) => this.later(postId, authorId));
    this.events.within(PostReposted, ({ repostId, userId }) => this.later(repostId, userId));
  }

  async process({ postId, authorId }: typeof SETTLE_POST.data): Promise<void> {
    await this.events.tell(new PostSettled(postId, authorId));
  }

  private async later(postId: number, authorId: number): Promise<void> {
    await this.jobs.add(SETTLE_POST, { postId, authorId });
  }
}
