import { existsSync } from 'node:fs';
import type { INestApplicationContext, Type } from '@nestjs/common';
import type { ConfigReport } from '../config/config';
import { Migrator } from '../database/migrator';
import { CommandFailed } from './command.errors';

const IN_MEMORY = ':memory:';

/**
 * The program behind the commands: the modules of the site without its web server. It is opened when a command first asks, so that
 * help and wrong use cost nothing and need neither a sound configuration nor a database.
 */
export class Program {
  private opened?: Promise<INestApplicationContext>;

  /** @param inspect looks at the configuration, for those who look after a program that may not even start */
  constructor(
    private readonly open: () => Promise<INestApplicationContext>,
    readonly inspect: () => Promise<ConfigReport>,
  ) {}

  /** The program whatever the state of its tables, for those who look after them. */
  app(): Promise<INestApplicationContext> {
    return (this.opened ??= this.open());
  }

  /** One of its services. @throws CommandFailed while there is no database, or the tables are not what the services expect */
  async get<T>(type: Type<T>): Promise<T> {
    if (!this.opened) await this.requireDatabase();
    const app = await this.app();
    const waiting = (await app.get(Migrator).status()).filter(({ appliedAt }) => appliedAt === null);
    if (waiting.length > 0) throw new CommandFailed('The tables are not up to date: run "microblog db upgrade" first.');
    return app.get(type);
  }

  /** SQLite would make the file, and somebody who mistyped its name had a second site that is empty. */
  private async requireDatabase(): Promise<void> {
    const { kind, file } = (await this.inspect()).config.database;
    if (kind === 'sqlite' && file !== IN_MEMORY && !existsSync(file)) {
      throw new CommandFailed(`There is no database ${file} (DATABASE_URL): "microblog db upgrade" makes one.`);
    }
  }

  async close(): Promise<void> {
    // Whoever opened it in vain has heard why.
    const app = await this.opened?.catch(() => undefined);
    await app?.close();
  }
}
