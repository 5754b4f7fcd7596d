import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file of an archive: its name, and its text piece by piece, asked for when its turn comes. */
export interface ZipEntry {
  readonly name: string;
  readonly text: () => AsyncIterable<string>;
}

/** Writes a zip file with one entry after the other; what the entries yield goes to the disk, not into memory. */
export async function writeZip(path: string, entries: readonly ZipEntry[], mtime: Date, signal: AbortSignal): Promise<void> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  // The library tells of what fails on its side; the pipeline must hear of it too.
  zip.on('error', (error: Error) => output.destroy(error));
  for (const { name, text } of entries) {
    zip.addReadStreamLazy(name, { mtime, mode: 0o100600 }, (begin) => {
      const stream = Readable.from(text(), { objectMode: true });
      stream.on('error', (error) => output.destroy(error));
      // Cut short, it must not go on reading.
      output.once('close', () => stream.destroy());
      begin(null, stream);
    });
  }
  zip.end();
  await pipeline(output, createWriteStream(path, { mode: 0o600, flush: true }), { signal });
}
