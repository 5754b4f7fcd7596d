import { JobKind, type JobProcessor, type JobRun, Processes } from '../../jobs/job-kind';
import { TimelineLists } from './timeline-lists.service';

export const DELIVER_POST = new JobKind<Readonly<{ postId: number; authorId: number }>>('timeline.deliverPost');

/** Puts what was just said on the lists of those who follow its author. */
@Processes(DELIVER_POST)
export class DeliverPostProcessor implements JobProcessor<typeof DELIVER_POST.data> {
  constructor(private readonly lists: TimelineLists) {}

  async process({ postId, authorId }: typeof DELIVER_POST.data, { signal }: JobRun): Promise<void> {
    await this.lists.deliver(postId, authorId, signal);
  }
}
