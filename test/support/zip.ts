import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

/** The files of a zip archive, as text, by their names. */
export async function unzip(archive: Buffer): Promise<Record<string, string>> {
  const zip = (await promisify<Buffer, object, ZipFile | undefined>(fromBuffer)(archive, { lazyEntries: true }))!;
  const files: Record<string, string> = {};
  for (let left = zip.entryCount; left > 0; left--) {
    const next = once(zip, 'entry') as Promise<[Entry]>;
    zip.readEntry();
    const [entry] = await next;
    const stream = await promisify<Entry, Readable>((of, done) => zip.openReadStream(of, done))(entry);
    files[entry.fileName] = await text(stream);
  }
  return files;
}
