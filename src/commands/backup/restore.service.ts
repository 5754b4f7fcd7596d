import { Injectable } from '@nestjs/common';
import { SecurityConfig } from '../../config/security.config';
import { Rebuilder } from '../../database/portable/rebuilder';
import { CommandFailed } from '../command.errors';
import type { BackupArchive } from './backup-archive';
import { fingerprintOf } from './secret-fingerprint';
import { type PutBack, SiteFiles } from './site-files';

export interface Restored extends PutBack {
  /** Whether what the secret sealed, such as the second step of a sign-in, can be opened here. */
  readonly hasSecret: boolean;
}

/** Fills a site from a backup that was verified. */
@Injectable()
export class RestoreService {
  constructor(
    private readonly rebuilder: Rebuilder,
    private readonly files: SiteFiles,
    private readonly security: SecurityConfig,
  ) {}

  /** How many people would be replaced. */
  people(): Promise<number> {
    return this.rebuilder.count('user');
  }

  /**
   * Replaces everything.
   *
   * @param signal stops it before it is too late
   * @throws Error: nothing has changed then, but on MySQL perhaps the tables (see `Rebuilder.rebuild`)
   */
  async restore(archive: BackupArchive, signal: AbortSignal): Promise<Restored> {
    const { manifest } = archive;
    const files = manifest.files.map((part) => ({ name: part.name, content: () => archive.file(part) }));
    // First, so that a full disk is told while all is as it was.
    const staged = await this.files.stage(files);
    try {
      const tables = manifest.tables.map((table) => ({ ...table, rows: () => until(signal, archive.rows(table)) }));
      await this.rebuilder.rebuild({ migrations: manifest.migrations, tables });
    } catch (error) {
      await staged.discard();
      throw signal.aborted ? new CommandFailed('Interrupted before all was restored.') : error;
    }
    const done = await staged.putBack();
    const hasSecret = done.secret === 'written' || fingerprintOf(this.security) === manifest.secret.fingerprint;
    return { ...done, hasSecret };
  }
}

async function* until<T>(signal: AbortSignal, items: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const item of items) {
    signal.throwIfAborted();
    yield item;
  }
}
