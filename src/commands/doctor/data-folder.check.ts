import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../../config/config';
import { about, type Finding, reasonOf } from './finding';

const [disk, permissions] = [about('disk'), about('permissions')];

const MB = 1024 * 1024;
const SPACE_MB = { warning: 1024, failed: 100 };
/** Files and folders that can still be made. */
const ROOM = { warning: 10_000, failed: 500 };

/** What of the group and of everybody else: nothing (docs/security.md). */
const OTHERS = 0o077;
const MOST_NAMED = 3;

/** What the program writes to: how much room there is, and who else may look into it. */
export async function checkDataFolder({ app, database }: Config): Promise<Finding[]> {
  const { dataDir } = app;
  const sqlite = database.kind === 'sqlite' && database.file !== ':memory:' ? [dirname(database.file)] : [];
  return [...(await Promise.all(onDisksOfTheirOwn([dataDir, ...sqlite]).map(spaceAt))), access(dataDir, database)];
}

/** Of several places on one disk the first. */
function onDisksOfTheirOwn(places: readonly string[]): string[] {
  const byDisk = new Map(places.toReversed().map((place) => [statSync(nearest(place)).dev, place]));
  return [...byDisk.values()];
}

async function spaceAt(place: string): Promise<Finding> {
  try {
    const { bavail, bsize, ffree, files } = await statfs(nearest(place));
    const freeMb = Math.floor((bavail * bsize) / MB);
    // Some file systems do not count them.
    const room = files === 0 ? Infinity : ffree;
    const found = `${freeMb.toLocaleString('en')} MB free at ${place}${room < ROOM.warning ? `, and room for ${room} more files` : ''}`;
    const advice = 'Make room, or move DATA_DIR. A full disk keeps everybody from writing.';
    if (freeMb < SPACE_MB.failed || room < ROOM.failed) return disk.failed(found, advice);
    return freeMb < SPACE_MB.warning || room < ROOM.warning ? disk.warning(found, advice) : disk.ok(found);
  } catch (error) {
    return disk.failed(`${place}: ${reasonOf(error)}`, 'Set DATA_DIR to a folder on a disk that works.');
  }
}

function access(dataDir: string, { kind, file }: Config['database']): Finding {
  if (!existsSync(dataDir)) return permissions.ok(`there is no ${dataDir} yet: the first start makes it`);
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    const sqlite = kind === 'sqlite' ? [file, `${file}-wal`, `${file}-shm`].filter((path) => existsSync(path)) : [];
    const all = new Set([dataDir, ...contentsOf(dataDir), ...sqlite]);
    const open = [...all].filter((path) => (statSync(path).mode & OTHERS) !== 0);
    if (open.length === 0) return permissions.ok(`${dataDir} is ours alone`);
    const places = [dataDir, ...open.filter((path) => !path.startsWith(join(dataDir, '/')) && path !== dataDir)];
    return permissions.failed(
      `others on this machine may open ${named(open)}`,
      `chmod -R go-rwx ${places.map(quoted).join(' ')}`,
    );
  } catch (error) {
    return permissions.failed(reasonOf(error), `Make the user that runs Microblog own it: chown -R USER ${quoted(dataDir)}`);
  }
}

/** All files and folders in a folder. */
function contentsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
}

/** The folder itself, or the one in which it would be made. */
function nearest(place: string): string {
  return existsSync(place) || dirname(place) === place ? place : nearest(dirname(place));
}

function named(paths: readonly string[]): string {
  const more = paths.length - MOST_NAMED;
  return paths.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);
