import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { readConfig } from '../../../src/config/config';
import { ConfigModule } from '../../../src/config/config.module';
import { Database } from '../../../src/database/database';
import { DatabaseModule } from '../../../src/database/database.module';
import { Migrator } from '../../../src/database/migrator';
import { Sql } from '../../../src/database/sql';
import { Transaction } from '../../../src/database/transaction';
import { entities } from '../../../src/entities';
import { EventBus } from '../../../src/events/event-bus';
import { EventsModule } from '../../../src/events/events.module';
import { User } from '../../../src/users/user.entity';
import { createTestDatabase } from '../../support/test-database';
import { person, Worlds } from './world';

class PersonJoined {}

@Module({})
class AppModule {}

describe('the database in the program', () => {
  it('is there for everybody, tells events after the commit, and closes with the program', async () => {
    const { url, drop } = await createTestDatabase();
    const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: url, SECRET_KEY: 'kq3N0b7vT1xYw9Lr2Zs8Dg5Hj4Fm6PcA' });
    const imports = [ConfigModule.with(config), DatabaseModule.forRoot(entities), EventsModule];
    const app = await Test.createTestingModule({ imports: [{ module: AppModule, imports }] }).compile();
    await app.get(Migrator).upgrade();
    const [database, sql, transaction, events] = [app.get(Database), app.get(Sql), app.get(Transaction), app.get(EventBus)];
    const seen: number[] = [];
    events.on(PersonJoined, async () => {
      seen.push((await sql.all('SELECT id FROM user')).length);
    });

    await transaction.run(async () => {
      events.afterCommit(new PersonJoined());
      await database.manager.insert(User, person('susan'));
    });
    await events.settled();

    expect(seen).toEqual([1]);
    await app.close();
    expect(app.get(DataSource).isInitialized).toBe(false);
    await drop();
  });

  it('drafts a migration for what differs', async () => {
    const worlds = new Worlds();
    const world = await worlds.create();
    await world.dataSource.query('ALTER TABLE post DROP COLUMN language');
    const folder = await mkdtemp(join(tmpdir(), 'microblog-draft-'));

    const path = await world.migrator.generate('Add language to posts', folder);

    expect(path).toMatch(/\d{13}-add-language-to-posts\.ts$/);
    expect(await readFile(path, 'utf8')).toContain('language');
    await worlds.close();
    await rm(folder, { recursive: true });
  });
});
