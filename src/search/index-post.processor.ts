import { JobKind, type JobProcessor, Processes } from '../jobs/job-kind';
import { SearchFeeder } from './search-feeder';

export const INDEX_POST = new JobKind<Readonly<{ postId: number }>>('search.indexPost');

/** Puts what was edited into the index once more. */
@Processes(INDEX_POST)
export class IndexPostProcessor implements JobProcessor<typeof INDEX_POST.data> {
  constructor(private readonly feeder: SearchFeeder) {}

  async process({ postId }: typeof INDEX_POST.data): Promise<void> {
    await this.feeder.feed(postId);
  }
}
