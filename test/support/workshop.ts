import { EventEmitter, once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module';
import { readConfig } from '../../src/config/config';
import { Migrator } from '../../src/database/migrator';
import type { ProcessRole } from '../../src/jobs/job-duty';
import { JobKind, type JobProcessor, type JobRun, Processes } from '../../src/jobs/job-kind';
import { createTestDatabase } from './test-database';

/** A kind of job that only the tests have. */
export const NOTE = new JobKind<Readonly<{ text: string }>>('test.note', { maxAttempts: 3 });

type Work = (text: string, run: JobRun) => Promise<void> | void;

/** Notes what it has done; what that is, each test says. */
@Processes(NOTE)
export class NoteProcessor implements JobProcessor<typeof NOTE.data> {
  readonly done: string[] = [];
  readonly abandoned: string[] = [];
  readonly runs: JobRun[] = [];
  readonly events = new EventEmitter();
  work: Work = () => undefined;

  async process({ text }: typeof NOTE.data, run: JobRun): Promise<void> {
    this.runs.push(run);
    this.events.emit('begun', text);
    await this.work(text, run);
    this.done.push(text);
    this.events.emit('done', text);
  }

  async abandon({ text }: typeof NOTE.data): Promise<void> {
    this.abandoned.push(text);
  }

  /** Resolves when so many have been done. */
  async count(jobs: number): Promise<void> {
    while (this.done.length < jobs) await once(this.events, 'done');
  }
}

@Module({ providers: [NoteProcessor] })
class NoteModule {}

/** A database for jobs, and programs that share it. */
export interface Workshop {
  program(role?: ProcessRole, variables?: Readonly<Record<string, string>>): Promise<INestApplicationContext>;
  notesOf(app: INestApplicationContext): NoteProcessor;
  close(): Promise<void>;
}

export async function openWorkshop(): Promise<Workshop> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'microblog-data-'));
  const secret = randomBytes(48).toString('base64url');
  return {
    async program(role = 'web', variables = {}) {
      const config = readConfig({
        NODE_ENV: 'test',
        DATA_DIR: dataDir,
        DATABASE_URL: database.url,
        SECRET_KEY: secret,
        LOG_LEVEL: 'silent',
        ...variables,
      });
      const root = { module: NoteModule, imports: [AppModule.with(config, role)] };
      const app = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
      await app.get(Migrator).upgrade();
      return app;
    },
    notesOf: (app) => app.get(NoteProcessor, { strict: false }),
    async close() {
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
