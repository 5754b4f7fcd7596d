import { SubCommand } from 'nest-commander';
import type { User } from '../../users/user.entity';
import { UsersRepository } from '../../users/users.repository';
import { ReportCommand, type ReportOptions } from '../base.command';
import { momentText, table } from '../table';

const BATCH = 1_000;

@SubCommand({ name: 'list', description: 'list everybody, oldest account first' })
export class UserListCommand extends ReportCommand {
  async run(_: string[], options: ReportOptions): Promise<void> {
    const people = (await this.everybody()).map(factsOf);
    const rows = people.map((person) => [
      person.id,
      person.username,
      person.email,
      person.role,
      person.postsCount,
      person.followersCount,
      momentText(person.createdAt),
      momentText(person.lastSeenAt),
    ]);
    this.report(options, people, table(['id', 'username', 'email', 'role', 'posts', 'followers', 'joined', 'last seen'], rows));
  }

  private async everybody(): Promise<User[]> {
    const users = await this.program.get(UsersRepository);
    const people: User[] = [];
    for (;;) {
      const batch = await users.pageAfter(people.at(-1)?.id ?? 0, BATCH);
      people.push(...batch);
      if (batch.length < BATCH) return people;
    }
  }
}

/** What an operator may know: not the hash of the password. */
const factsOf = ({ id, username, email, role, postsCount, followersCount, createdAt, lastSeenAt }: User) => {
  return { id, username, email, role, postsCount, followersCount, createdAt, lastSeenAt };
};
