import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../events/event-bus';
import { PersonFollowed } from '../../follow/events/person-followed.event';
import { PostSettled } from '../../posts/events/post-settled.event';
import { TimelineLists } from './timeline-lists.service';

/**
 * Hears what is said and who is followed, and has the lists tell it; whether this process reads any is another matter, as others may. An unfollow, a block or
 * a deletion needs nothing: the reader sees to it.
 */
@Injectable()
export class TimelineFeeder implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly lists: TimelineLists,
  ) {}

  onModuleInit(): void {
    this.events.within(PostSettled, ({ postId, authorId }) => this.lists.deliver(postId, authorId));
    // The follower is locked by their counter, so that nobody makes their list (which points at them) before this is committed.
    this.events.within(PersonFollowed, ({ followerId }) => this.lists.outdate(followerId));
  }
}
