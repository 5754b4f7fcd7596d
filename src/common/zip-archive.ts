import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file of an archive: its name, and what is in it piece by piece, asked for when its turn comes. */
export interface ZipEntry {
  readonly name: string;
  readonly content: () => Iterable<string | Buffer> | AsyncIterable<string | Buffer>;
  /** It is packed already: to do it again would only take time. */
  readonly isPacked?: boolean;
}

type Entries = Iterable<ZipEntry> | AsyncIterable<ZipEntry>;

/**
 * Writes a zip file with one entry after the other; what the entries yield goes to the disk, not into memory. The next entry is asked for
 * when the one before was read.
 */
export async function writeZip(path: string, entries: Entries, mtime: Date, signal: AbortSignal): Promise<void> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  // The library tells of what fails on its side; the pipeline must hear of it too.
  zip.on('error', (error: Error) => output.destroy(error));
  const adding = addEach(zip, output, entries, mtime).catch((error: Error) => void output.destroy(error));
  try {
    await pipeline(output, createWriteStream(path, { mode: 0o600, flush: true }), { signal });
  } finally {
    // What the entries are read from may be closed once this has ended, one way or the other.
    await adding;
  }
}

async function addEach(zip: ZipFile, output: Readable, entries: Entries, mtime: Date): Promise<void> {
  for await (const { name, content, isPacked = false } of entries) {
    if (output.destroyed) return;
    const stream = Readable.from(content(), { objectMode: true });
    // Cut short, it must not go on reading.
    const stop = (): void => void stream.destroy();
    output.once('close', stop);
    zip.addReadStream(stream, name, { mtime, mode: 0o100600, compress: !isPacked });
    await finished(stream);
    output.off('close', stop);
  }
  zip.end();
}
