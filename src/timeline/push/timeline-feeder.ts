import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TimelineConfig } from '../../config/timeline.config';
import { Transaction } from '../../database/transaction';
import { EventBus } from '../../events/event-bus';
import { PersonFollowed } from '../../follow/events/person-followed.event';
import { Jobs } from '../../jobs/jobs.service';
import { PostPublished } from '../../posts/events/post-published.event';
import { PostReposted } from '../../posts/events/post-reposted.event';
import { DELIVER_POST } from './deliver-post.processor';
import { TimelineLists } from './timeline-lists.service';

/** Hears what is said and who is followed, and has the lists tell it. An unfollow, a block or a deletion needs nothing: the reader sees to it. */
@Injectable()
export class TimelineFeeder implements OnModuleInit {
  private hasOutdatedAll = false;

  constructor(
    private readonly config: TimelineConfig,
    private readonly events: EventBus,
    private readonly jobs: Jobs,
    private readonly lists: TimelineLists,
    private readonly transaction: Transaction,
  ) {}

  onModuleInit(): void {
    this.events.within(PostPublished, ({ postId, authorId }) => this.feed(postId, authorId));
    this.events.within(PostReposted, ({ repostId, userId }) => this.feed(repostId, userId));
    if (this.config.strategy === 'pull') return;
    this.events.within(PersonFollowed, ({ followerId }) => this.lists.outdate(followerId));
  }

  private async feed(postId: number, authorId: number): Promise<void> {
    if (this.config.strategy === 'push') await this.jobs.add(DELIVER_POST, { postId, authorId });
    else await this.outdateOnce();
  }

  /** Lists of a time when they were filled lack what is published now: they must be built anew, should they be read again. */
  private async outdateOnce(): Promise<void> {
    if (this.hasOutdatedAll) return;
    await this.lists.outdateAll();
    this.transaction.afterCommit(() => {
      this.hasOutdatedAll = true;
    });
  }
}
