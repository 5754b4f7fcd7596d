import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import type { Viewer } from '../common/viewer';
import { Transaction } from '../database/transaction';
import { Jobs } from '../jobs/jobs.service';
import { Throttles } from '../throttling/throttles.service';
import { type Export, keptUntil } from './export.entity';
import { ExportNotFound, ExportNotReady, ExportRunning } from './export.errors';
import { ExportFiles } from './export-files';
import { BUILD_EXPORT } from './export.kinds';
import { ExportsRepository } from './exports.repository';

const BATCH = 100;

/** Archives of what belongs to somebody: asked for, looked at, fetched. Each has at most one that is being made. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly exports: ExportsRepository,
    private readonly files: ExportFiles,
    private readonly jobs: Jobs,
    private readonly throttles: Throttles,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @param locale of the mail that tells of its end, for who has chosen none @throws ExportRunning, TooManyRequests */
  async begin(userId: number, locale: string): Promise<number> {
    await this.throttles.take('exports', String(userId));
    return this.transaction.run(async () => {
      const createdAt = this.clock.now();
      const exportId = await this.exports.insert({ userId, state: 'running', createdAt, expiresAt: keptUntil(createdAt) });
      const jobId = await this.jobs.add(BUILD_EXPORT, { exportId, locale }, { uniqueKey: `${BUILD_EXPORT.name}.${userId}` });
      if (jobId === null) throw new ExportRunning();
      return exportId;
    });
  }

  /** The last one that somebody asked for, unless it is forgotten. */
  async latest(userId: number): Promise<Export | null> {
    const found = await this.exports.findLatest(userId);
    return found && this.isKept(found) ? found : null;
  }

  /** @throws ExportNotFound, for those of others too */
  async get(id: number, viewer: Viewer): Promise<Export> {
    const found = await this.exports.find(id);
    if (!found || found.userId !== viewer.id || !this.isKept(found)) throw new ExportNotFound();
    return found;
  }

  /** Absolute path of its file. @throws ExportNotFound, ExportNotReady */
  async fileOf(id: number, viewer: Viewer): Promise<string> {
    const { state } = await this.get(id, viewer);
    if (state !== 'done') throw new ExportNotReady();
    return this.files.pathOf(id);
  }

  async removeAllOf(userId: number): Promise<void> {
    for (const id of await this.exports.deleteAllOf(userId)) await this.files.remove(id);
  }

  /** Throws away what nobody can fetch any more: what is expired, and files whose owners are gone. */
  async tidy(): Promise<void> {
    for (let count = BATCH; count === BATCH;) {
      const ids = await this.exports.deleteExpired(this.clock.now(), BATCH);
      for (const id of ids) await this.files.remove(id);
      count = ids.length;
    }
    for (const id of await this.files.ids()) if (!(await this.exports.find(id))) await this.files.remove(id);
  }

  private isKept({ expiresAt }: Export): boolean {
    return expiresAt > this.clock.now();
  }
}
