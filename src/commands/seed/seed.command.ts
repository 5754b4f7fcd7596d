import { randomInt } from 'node:crypto';
import { Command, Option } from 'nest-commander';
import { ReportCommand, type ReportOptions } from '../base.command';
import { WrongUse } from '../command.errors';
import { counted } from '../table';
import { generatePassword } from '../user/new-password';
import { Reindexer } from '../../search/index/reindexer.service';
import { PasswordDto } from '../user/password.dto';
import { valid } from '../valid-input';
import { wholeNumber } from '../whole-number';
import { maxFollows, SeedService } from './seed.service';

interface Options extends ReportOptions {
  readonly users: number;
  readonly posts: number;
  readonly follows: number;
  readonly seed?: number;
  readonly password?: string;
  readonly force?: boolean;
}

const MAX_SEED = 2 ** 32;

@Command({ name: 'seed', description: 'fill an empty site with people, posts and ties that were made up' })
export class SeedCommand extends ReportCommand {
  async run(_: string[], { password = generatePassword(), seed = randomInt(MAX_SEED), ...options }: Options): Promise<void> {
    const { users, posts, follows, force = false } = options;
    if (follows > maxFollows(users))
      throw new WrongUse(`${users} people can follow each other ${maxFollows(users)} times at most`);
    const service = await this.program.get(SeedService);
    await valid(PasswordDto, { password });
    const startedAt = performance.now();
    const { username } = await service.sow({ users, posts, follows, seed, password, force });
    // What is written by the thousand is told to nobody: so that it can be searched.
    await (await this.program.get(Reindexer)).run(new AbortController().signal);
    const seconds = Math.round(performance.now() - startedAt) / 1000;

    const amounts = [counted(users, 'person', 'people'), counted(posts, 'post'), counted(follows, 'follow')].join(', ');
    const text = `Made up ${amounts} in ${seconds} s (seed ${seed}).\nSign in as ${username}, or any of them, with the password ${password}`;
    this.report(options, { users, posts, follows, seed, seconds, username, password }, text);
  }

  @Option({ flags: '--users <n>', description: 'people', defaultValue: 100 })
  parseUsers(text: string): number {
    return wholeNumber('--users', text, { min: 1 });
  }

  @Option({ flags: '--posts <n>', description: 'posts of all of them together, over the last half year', defaultValue: 2_000 })
  parsePosts(text: string): number {
    return wholeNumber('--posts', text);
  }

  @Option({ flags: '--follows <n>', description: 'how often somebody follows somebody', defaultValue: 1_000 })
  parseFollows(text: string): number {
    return wholeNumber('--follows', text);
  }

  @Option({ flags: '--seed <n>', description: 'the same number makes up the same; without it, any' })
  parseSeed(text: string): number {
    return wholeNumber('--seed', text);
  }

  @Option({ flags: '--password <text>', description: 'of everybody; without it, one is made up and printed' })
  parsePassword(text: string): string {
    return text;
  }

  @Option({ flags: '--force', description: 'also where there are people already' })
  parseForce(): boolean {
    return true;
  }
}
