import { statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../../../config/config';
import { failed, okUnless, type Outcome, warning } from '../finding';
import { fileElsewhere, nearestFolder } from '../places';
import { sizeText } from '../../size-text';

/** What is left on the disk of a folder. */
export interface Space {
  readonly folder: string;
  readonly freeBytes: number;
  /** How many more files it can hold, of all that it can; undefined where files are not counted. */
  readonly freeFiles: { readonly count: number; readonly share: number } | undefined;
  /** Of the SQLite file there; 0 when there is none. */
  readonly databaseBytes: number;
}

const SHORT_BYTES = 1e9;
// An export, a journal of SQLite or a day of log may take as much at any time.
const FULL_BYTES = 100e6;
const SHORT_SHARE = 0.05;
const FULL_SHARE = 0.005;

export async function checkDisk(config: Config): Promise<readonly Outcome[]> {
  const { app, database } = config;
  const elsewhere = fileElsewhere(config);
  const size = sizeOf(database.file);
  if (elsewhere === undefined || deviceOf(dirname(elsewhere)) === deviceOf(app.dataDir)) {
    return judgeSpace(await spaceOf(app.dataDir, size));
  }
  const spaces = await Promise.all([spaceOf(app.dataDir, 0), spaceOf(dirname(elsewhere), size)]);
  return spaces.flatMap(judgeSpace);
}

export function judgeSpace({ folder, freeBytes, freeFiles, databaseBytes }: Space): readonly Outcome[] {
  const wrong: Outcome[] = [];
  const left = `${sizeText(freeBytes)} left for ${folder}`;
  const advice = 'Make room, or give it a larger disk.';
  if (freeBytes < FULL_BYTES) wrong.push(failed(left, advice));
  else if (freeBytes < SHORT_BYTES) wrong.push(warning(left, advice));
  else if (freeBytes < databaseBytes) {
    wrong.push(warning(`${left}: less than its SQLite file has, which a migration may need once more`, advice));
  }
  if (freeFiles && freeFiles.share < SHORT_SHARE) {
    const judge = freeFiles.share < FULL_SHARE ? failed : warning;
    const found = `room for ${freeFiles.count.toLocaleString('en')} more files in ${folder} (inodes)`;
    wrong.push(judge(found, 'Remove files that nobody needs; "df -i" shows where they are counted.'));
  }
  return okUnless(left, wrong);
}

async function spaceOf(folder: string, databaseBytes: number): Promise<Space> {
  const { bavail, bsize, files, ffree } = await statfs(nearestFolder(folder));
  // Some file systems, such as btrfs, make inodes as they need them, and count none.
  const freeFiles = files > 0 ? { count: ffree, share: ffree / files } : undefined;
  return { folder, freeBytes: bavail * bsize, freeFiles, databaseBytes };
}

/** 0 when there is no such file, or it is not ours to see. */
function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

const deviceOf = (folder: string): number => statSync(nearestFolder(folder)).dev;
