import { SubCommand } from 'nest-commander';
import { ReportCommand, type ReportOptions } from '../base.command';
import { counted, table } from '../table';
import { CountersService } from './counters.service';

@SubCommand({ name: 'rebuild', description: 'count anew what is kept with accounts and posts, and tell what was wrong' })
export class CountersRebuildCommand extends ReportCommand {
  async run(_: string[], options: ReportOptions): Promise<void> {
    const { checked, corrections } = await (await this.program.get(CountersService)).rebuild();
    const rows = corrections.map(({ username, post, counter, was, is }) => [username ?? `post ${post}`, counter, was, is]);
    const text =
      rows.length > 0
        ? table(['of', 'counter', 'was', 'is'], rows)
        : `Nothing was wrong with ${counted(checked.user, 'account')} and ${counted(checked.post, 'post')}.`;
    this.report(options, { checked: checked.user, checkedPosts: checked.post, corrections }, text);
  }
}
