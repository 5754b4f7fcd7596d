import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { fits, type PortableRow } from '../../database/portable/portable-value';
import { MANIFEST, MAX_MANIFEST_BYTES, filePath, tablePath } from './backup-contents';
import { BrokenBackup } from './backup.errors';
import { type Checksum, type FilePart, type Manifest, parseManifest, type TablePart } from './manifest';
import { Measure } from './measure';
import { fromLines } from './row-lines';

const MAX_ENTRIES = 200_000;

/**
 * A backup that is being read. It believes nothing that the file says: each part must be as long as the manifest tells, and have its checksum,
 * and no more than that is read of it.
 */
export class BackupArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    readonly manifest: Manifest,
  ) {}

  /** @throws BrokenBackup, or what the system says when it cannot read the file */
  static async open(path: string): Promise<BackupArchive> {
    const size = await sizeOf(path);
    const zip = await sound(() => openPromise(path, { autoClose: false, strictFileNames: true }));
    try {
      const entries = await sound(() => entriesOf(zip, size));
      const manifest = parseManifest(await sound(() => manifestText(zip, entries.get(MANIFEST))));
      const archive = new BackupArchive(zip, entries, manifest);
      archive.compareEntries();
      return archive;
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** The rows of a table, each in the order of its columns. @throws BrokenBackup, at the end if they are not what they were */
  async *rows(table: TablePart): AsyncGenerator<PortableRow> {
    let rows = 0;
    for await (const row of fromLines(this.content(tablePath(table.name), table))) {
      if (!isRowOf(table, row)) throw new BrokenBackup(`Row ${rows + 1} of the table ${table.name} does not fit its columns.`);
      rows++;
      yield row;
    }
    if (rows !== table.rows) throw new BrokenBackup(`The table ${table.name} has ${rows} rows, and should have ${table.rows}.`);
  }

  /** What is in a file. @throws BrokenBackup, at the end if it is not what it was */
  file(part: FilePart): AsyncGenerator<Buffer> {
    return this.content(filePath(part.name), part);
  }

  close(): void {
    this.zip.close();
  }

  private compareEntries(): void {
    const { tables, files } = this.manifest;
    const paths = new Set([MANIFEST, ...tables.map(({ name }) => tablePath(name)), ...files.map(({ name }) => filePath(name))]);
    const isSame = paths.size === this.entries.size && [...paths].every((path) => this.entries.has(path));
    if (!isSame) throw new BrokenBackup('The backup has other parts than its manifest says.');
  }

  private async *content(path: string, { bytes, sha256 }: Checksum): AsyncGenerator<Buffer> {
    const changed = new BrokenBackup(`The part ${path} is not what it was when the backup was made.`);
    const entry = this.entries.get(path);
    if (entry?.uncompressedSize !== bytes) throw changed;
    const measure = new Measure();
    const stream = await sound(() => this.zip.openReadStreamPromise(entry));
    for await (const chunk of soundly(stream)) {
      measure.add(chunk);
      yield chunk;
    }
    if (measure.result().sha256 !== sha256) throw changed;
  }
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isFile()) throw new BrokenBackup(`${path} is no file.`);
  return found.size;
}

/** @param size of the whole file: parts that are longer together lie over each other, which is done to blow up what reads them */
async function entriesOf(zip: ZipFile, size: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let packed = 0;
  for await (const entry of zip.eachEntry()) {
    packed += entry.compressedSize;
    if (packed > size || entries.size === MAX_ENTRIES || entries.has(entry.fileName)) throw new Error('impossible parts');
    entries.set(entry.fileName, entry);
  }
  return entries;
}

async function manifestText(zip: ZipFile, entry: Entry | undefined): Promise<string> {
  if (!entry) throw new BrokenBackup('This is no backup of a Microblog.');
  if (entry.uncompressedSize > MAX_MANIFEST_BYTES) throw new Error('its manifest is too long');
  const bytes = await buffer(await zip.openReadStreamPromise(entry));
  if (crc32(bytes) !== entry.crc32) throw new Error('its manifest is not what it was');
  return bytes.toString();
}

function isRowOf({ columns }: TablePart, row: unknown): row is PortableRow {
  return Array.isArray(row) && row.length === columns.length && columns.every((column, index) => fits(column, row[index]));
}

async function* soundly(stream: Readable): AsyncGenerator<Buffer> {
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    throw asBroken(error);
  }
}

async function sound<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw asBroken(error);
  }
}

/** What zip and zlib complain of is the file; what the system complains of (no permission, a disk that fails) is not. */
function asBroken(error: unknown): unknown {
  if (error instanceof BrokenBackup || (error as NodeJS.ErrnoException).syscall !== undefined) return error;
  return new BrokenBackup(`The backup is damaged or cut short: ${(error as Error).message}`);
}
