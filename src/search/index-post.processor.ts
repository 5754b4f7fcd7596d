import { JobKind, type JobProcessor, Processes } from '../jobs/job-kind';
import { SearchIndex } from './search-index.port';
import { SearchPosts } from './search-posts.queries';

export const INDEX_POST = new JobKind<Readonly<{ postId: number }>>('search.indexPost');

/** Puts what was said, or edited, into the index. Twice is harmless. */
@Processes(INDEX_POST)
export class IndexPostProcessor implements JobProcessor<typeof INDEX_POST.data> {
  constructor(
    private readonly index: SearchIndex,
    private readonly posts: SearchPosts,
  ) {}

  async process({ postId }: typeof INDEX_POST.data): Promise<void> {
    await this.index.add(await this.posts.pick([postId], {}));
  }
}
