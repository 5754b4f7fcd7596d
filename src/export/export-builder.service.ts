import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import { writeZip, type ZipEntry } from '../common/zip-archive';
import { Transaction } from '../database/transaction';
import { EventBus } from '../events/event-bus';
import { Jobs } from '../jobs/jobs.service';
import { ExportProgressed } from './events/export-progressed.event';
import { type Export, keptUntil } from './export.entity';
import { ExportContents } from './export-contents.queries';
import { ExportFiles } from './export-files';
import { EXPORT_MAIL, type ExportData } from './export.kinds';
import { ExportsRepository } from './exports.repository';
import { jsonDocument } from './json-document';

/** Nobody sees it when a bar moves more often. */
const TELL_EVERY_MS = 500;

type OnRows = (count: number) => Promise<void>;

/** Makes archives. Begun again after it was killed, it begins anew; it ends once. */
@Injectable()
export class ExportBuilder {
  constructor(
    private readonly exports: ExportsRepository,
    private readonly contents: ExportContents,
    private readonly files: ExportFiles,
    private readonly jobs: Jobs,
    private readonly transaction: Transaction,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /** Nothing for one that is over, or gone. @throws when the signal aborts */
  async build({ exportId, locale }: ExportData, signal: AbortSignal): Promise<void> {
    const found = await this.exports.find(exportId);
    if (found?.state !== 'running') return;
    const onRows = await this.meter(found);
    const entries = this.entries(found.userId, onRows);
    const size = await this.files.make(exportId, (path) => writeZip(path, entries, found.createdAt, signal));
    await this.transaction.run(() => this.finish(found, size, locale));
  }

  /** Nobody tries any more. */
  async fail(exportId: number): Promise<void> {
    const found = await this.exports.find(exportId);
    if (found) await this.transaction.run(() => this.end(found, { state: 'failed', size: 0 }));
  }

  private entries(userId: number, onRows: OnRows): ZipEntry[] {
    const lists = Object.entries(this.contents.lists(userId)).map(([name, of]) => ({
      name,
      content: () => jsonDocument(of, onRows),
    }));
    return [...lists, { name: 'account.json', content: () => this.accountDocument(userId) }];
  }

  private async *accountDocument(userId: number): AsyncGenerator<string> {
    yield `${JSON.stringify(await this.contents.account(userId), null, 2)}\n`;
  }

  /** Tells now and then how much is done. Never that all is: the file is not there yet. */
  private async meter(found: Export): Promise<OnRows> {
    const total = await this.contents.count(found.userId);
    let [done, told, toldAt] = [0, 0, performance.now()];
    return async (count) => {
      done += count;
      const progress = Math.min(99, Math.floor((done / total) * 100));
      if (progress === told || performance.now() - toldAt < TELL_EVERY_MS) return;
      [told, toldAt] = [progress, performance.now()];
      await this.tell(found, progress);
    };
  }

  private tell({ id, userId }: Export, progress: number): Promise<void> {
    return this.transaction.run(async () => {
      const isRunning = await this.exports.update(id, { progress });
      if (isRunning) await this.events.raise(new ExportProgressed(userId, id, progress, 'running'));
    });
  }

  /** The mail is asked for in the same breath: it comes once, whoever dies now. */
  private async finish(found: Export, size: number, locale: string): Promise<void> {
    const isOurs = await this.end(found, { state: 'done', size });
    if (!isOurs) return;
    const { id, userId } = found;
    await this.jobs.add(EXPORT_MAIL, { exportId: id, userId, locale });
    const earlier = await this.exports.deleteBefore(userId, id);
    this.transaction.afterCommit(async () => {
      for (const old of earlier) await this.files.remove(old);
    });
  }

  private async end({ id, userId }: Export, { state, size }: Pick<Export, 'state' | 'size'>): Promise<boolean> {
    const finishedAt = this.clock.now();
    const isOurs = await this.exports.update(id, { state, size, progress: 100, finishedAt, expiresAt: keptUntil(finishedAt) });
    if (isOurs) await this.events.raise(new ExportProgressed(userId, id, 100, state));
    return isOurs;
  }
}
