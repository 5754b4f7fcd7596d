import { JobKind, type JobProcessor, Processes } from '../../jobs/job-kind';
import { TimelineLists } from './timeline-lists.service';

export const BUILD_LIST = new JobKind<Readonly<{ ownerId: number }>>('timeline.buildList');

/** Makes the list of somebody who has come home. */
@Processes(BUILD_LIST)
export class BuildListProcessor implements JobProcessor<typeof BUILD_LIST.data> {
  constructor(private readonly lists: TimelineLists) {}

  async process({ ownerId }: typeof BUILD_LIST.data): Promise<void> {
    await this.lists.build(ownerId);
  }
}
