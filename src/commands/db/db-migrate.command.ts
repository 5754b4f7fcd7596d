import { Option, SubCommand } from 'nest-commander';
import { Migrator } from '../../database/migrator';
import { BaseCommand } from '../base.command';

@SubCommand({ name: 'migrate', description: 'draft a migration from what differs between the entities and the tables' })
export class DbMigrateCommand extends BaseCommand {
  async run(_: string[], { message }: { message: string }): Promise<void> {
    const migrator = await this.program.get(Migrator);
    const differs = (await migrator.drift()).length > 0;
    const path = await migrator.generate(message);
    this.terminal.print(`Wrote ${path}: finish it, then add it to index.ts beside it.`);
    if (!differs) this.terminal.print('The entities and the tables agree, so the draft is empty.');
  }

  @Option({ flags: '-m, --message <text>', description: 'what it does, verb first: "Add language to posts"', required: true })
  parseMessage(text: string): string {
    return text;
  }
}
