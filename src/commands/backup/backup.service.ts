import { randomUUID } from 'node:crypto';
import { lstat, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock';
import { writeZip, type ZipEntry } from '../../common/zip-archive';
import { SecurityConfig } from '../../config/security.config';
import type { KeyedTable } from '../../database/portable/portable-table';
import type { PortableRow } from '../../database/portable/portable-value';
import { type Snapshot, Snapshots } from '../../database/portable/snapshot';
import { CommandFailed } from '../command.errors';
import { version } from '../version';
import { backupTables, filePath, MANIFEST, tablePath } from './backup-contents';
import { type FilePart, FORMAT, type Manifest, type TablePart, VERSION } from './manifest';
import { Measure } from './measure';
import { toLines } from './row-lines';
import { fingerprintOf } from './secret-fingerprint';
import { SiteFiles } from './site-files';

export interface WrittenBackup {
  readonly manifest: Manifest;
  /** Of the file. */
  readonly bytes: number;
}

/** Writes all that a site has into one file, which every database can be filled from. The site goes on meanwhile. */
@Injectable()
export class BackupService {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly files: SiteFiles,
    private readonly security: SecurityConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * @param force also in the place of a file that is there
   * @param signal stops it, and leaves nothing behind
   * @throws CommandFailed
   */
  async write(path: string, force: boolean, signal: AbortSignal): Promise<WrittenBackup> {
    if (!force && (await isThere(path))) throw new CommandFailed(`${path} exists already. Use --force to replace it.`);
    const partial = `${path}.${randomUUID()}.partial`;
    try {
      const manifest = await this.snapshots.read((snapshot) => this.writeTo(partial, snapshot, signal));
      const { size: bytes } = await stat(partial);
      await rename(partial, path);
      await syncFolder(dirname(path));
      return { manifest, bytes };
    } catch (error) {
      await rm(partial, { force: true });
      if (signal.aborted) throw new CommandFailed('Interrupted: no backup was written.');
      throw new CommandFailed(`No backup was written: ${(error as Error).message}`, { cause: error });
    }
  }

  private async writeTo(path: string, snapshot: Snapshot, signal: AbortSignal): Promise<Manifest> {
    const createdAt = this.clock.now();
    const tables: TablePart[] = [];
    const files: FilePart[] = [];
    const manifest: Manifest = {
      format: FORMAT,
      version: VERSION,
      program: version(),
      createdAt: createdAt.toISOString(),
      migrations: await snapshot.migrations(),
      secret: { isGenerated: this.security.isSecretGenerated, fingerprint: fingerprintOf(this.security) },
      tables,
      files,
    };
    await writeZip(path, this.entries(snapshot, manifest, tables, files), createdAt, signal);
    return manifest;
  }

  // Each is asked for when the one before was read, so that its checksum is known then.
  private async *entries(
    snapshot: Snapshot,
    manifest: Manifest,
    tables: TablePart[],
    files: FilePart[],
  ): AsyncGenerator<ZipEntry> {
    for (const table of await backupTables()) {
      const nextId = await snapshot.nextId(table);
      const counted = new CountedRows(snapshot, table);
      const measure = new Measure();
      yield { name: tablePath(table.name), content: () => measured(toLines(counted.all()), measure) };
      const { name, columns } = table;
      tables.push({ name, columns, nextId, rows: counted.count, ...measure.result() });
    }
    for await (const { name, content } of this.files.all()) {
      const measure = new Measure();
      yield { name: filePath(name), content: () => measured(content(), measure), isPacked: true };
      files.push({ name, ...measure.result() });
    }
    yield { name: MANIFEST, content: () => [`${JSON.stringify(manifest, null, 1)}\n`] };
  }
}

class CountedRows {
  count = 0;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly table: KeyedTable,
  ) {}

  async *all(): AsyncGenerator<PortableRow> {
    for await (const row of this.snapshot.rows(this.table)) {
      this.count++;
      yield row;
    }
  }
}

async function* measured(chunks: AsyncIterable<Buffer>, measure: Measure): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    measure.add(chunk);
    yield chunk;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** So that the new name is there after a power cut, too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
