import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writeZip } from '../../src/common/zip-archive';
import type { Manifest } from '../../src/commands/backup/manifest';
import { unzip } from './zip';

type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> };

/** A backup that was taken apart. */
export interface Parts {
  readonly manifest: Writable<Manifest>;
  /** Text by its path in the archive, without the manifest. */
  readonly content: Record<string, string>;
}

/** Writes a backup anew after somebody has changed it who knows how to make the checksums right. */
export async function changeBackup(from: string, to: string, change: (parts: Parts) => void): Promise<void> {
  const { 'manifest.json': manifestText = '', ...content } = await unzip(await readFile(from));
  const parts: Parts = { manifest: JSON.parse(manifestText) as Writable<Manifest>, content };
  change(parts);
  for (const table of parts.manifest.tables) Object.assign(table, checksum(content[`tables/${table.name}.ndjson`]));
  for (const file of parts.manifest.files) Object.assign(file, checksum(content[`files/${file.name}`]));
  const all = { ...content, 'manifest.json': JSON.stringify(parts.manifest) };
  const entries = Object.entries(all).map(([name, text]) => ({ name, content: () => [text] }));
  await writeZip(to, entries, new Date(), new AbortController().signal);
}

function checksum(text = '') {
  return { bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
}
