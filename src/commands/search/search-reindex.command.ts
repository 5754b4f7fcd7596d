import { SubCommand } from 'nest-commander';
import { Reindexer } from '../../search/index/reindexer.service';
import { ReportCommand, type ReportOptions } from '../base.command';

@SubCommand({ name: 'reindex', description: 'build the index anew, beside the one in use; begun again, it goes on where it was' })
export class SearchReindexCommand extends ReportCommand {
  async run(_: string[], options: ReportOptions): Promise<void> {
    const started = performance.now();
    let posts = 0;
    const reindexer = await this.program.get(Reindexer);
    await reindexer.run(new AbortController().signal, ({ at, last, read }) => {
      posts += read;
      if (process.stderr.isTTY) process.stderr.write(`\r${Math.floor((at / Math.max(last, 1)) * 100)} %`);
    });
    if (process.stderr.isTTY) process.stderr.write('\r');
    const seconds = Math.round((performance.now() - started) / 1000);
    this.report(options, { posts, seconds }, `Read ${posts} posts in ${seconds} s.`);
  }
}
