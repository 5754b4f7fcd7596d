import { constants } from 'node:fs';
import { access, lstat, opendir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../../../config/config';
import { counted } from '../../table';
import { failed, okUnless, type Outcome, warning } from '../finding';
import { fileElsewhere, nearestFolder, quoted } from '../places';
import { reasonOf } from '../reason';

/** A file or folder, and who may do what with it. */
export interface Entry {
  readonly path: string;
  readonly mode: number;
  readonly uid: number;
}

const FOR_OTHERS = 0o077;
const ROOT = 0;
const MOST_ENTRIES = 20_000;
const MOST_NAMED = 3;
/** Where a file system of its own keeps what was lost: always root's. */
const NOT_OURS: ReadonlySet<string> = new Set(['lost+found']);

/** Whether the data folder can be written, and nobody else can look into it. */
export async function checkPermissions(config: Config): Promise<readonly Outcome[]> {
  const { dataDir } = config.app;
  const nearest = nearestFolder(dataDir);
  const fault = await writeFault(nearest);
  if (nearest !== dataDir) {
    if (fault === undefined) return okUnless(`${dataDir} is not there yet: the site makes it when it needs it`, []);
    return [failed(`${dataDir} is not there, and cannot be made: ${fault}`, `Make it, or correct DATA_DIR.`)];
  }
  const top = entryOf(dataDir, await stat(dataDir));
  const stranger = strangerOutcome(top, process.getuid?.() ?? top.uid);
  // What another user may write says nothing about the site.
  if (stranger) return [stranger, ...judgeEntries(top, await entriesIn(dataDir).catch(() => []))];
  if (fault !== undefined) return [failed(`${dataDir} cannot be written: ${fault}`, `Run: chmod u+rwx ${quoted(dataDir)}`)];
  return okUnless(`${dataDir} is ours alone`, [
    ...judgeEntries(top, await entriesIn(dataDir)),
    ...(await checkElsewhere(config)),
  ]);
}

/** @param top the data folder. @param entries all that is in it */
export function judgeEntries(top: Entry, entries: readonly Entry[]): Outcome[] {
  const wrong: Outcome[] = [];
  const open = [top, ...entries].filter(isOpen);
  if (open.length > 0) wrong.push(openOutcome(open, `chmod -R go-rwx ${quoted(top.path)}`));
  const foreign = entries.filter(({ uid }) => uid !== top.uid);
  if (foreign.length > 0) {
    const found = `the user of the site (uid ${top.uid}) does not own ${named(foreign, ({ path, uid }) => `${path} (uid ${uid})`)}`;
    wrong.push(warning(found, `Run: chown -R --reference=${quoted(top.path)} ${quoted(top.path)}`));
  }
  return wrong;
}

/** What is to be told to somebody who is not the user of the site. Root may do everything, and is. */
export function strangerOutcome({ path, uid }: Entry, me: number): Outcome | undefined {
  if (me === ROOT || me === uid) return undefined;
  const found = `${path} belongs to uid ${uid}, and this command runs as uid ${me}`;
  return warning(found, `Run it as the user of the site: sudo -u '#${uid}' microblog doctor`);
}

/** The SQLite file, where it lies outside of the data folder: SQLite writes files beside it, too. */
async function checkElsewhere(config: Config): Promise<Outcome[]> {
  const file = fileElsewhere(config);
  if (file === undefined) return [];
  const folder = nearestFolder(dirname(file));
  const fault = await writeFault(folder);
  if (fault !== undefined)
    return [failed(`${folder} cannot be written: ${fault}`, 'Let the user of the site write there, or correct DATABASE_URL.')];
  const open: Entry[] = [];
  for (const path of [file, `${file}-wal`, `${file}-shm`]) {
    const found = await lstat(path).catch(() => undefined);
    if (found && isOpen(found)) open.push(entryOf(path, found));
  }
  return open.length > 0 ? [openOutcome(open, `chmod go-rwx ${quoted(file)}*`)] : [];
}

async function writeFault(folder: string): Promise<string | undefined> {
  try {
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Files and folders below a folder, so many at most. Never by way of a link: it may lead out of the folder, or around in it. */
async function entriesIn(top: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  const folders = [top];
  for (const folder of folders) {
    for await (const { path, isFolder, entry } of contentsOf(folder)) {
      if (entries.push(entry) === MOST_ENTRIES) return entries;
      if (isFolder) folders.push(path);
    }
  }
  return entries;
}

async function* contentsOf(folder: string) {
  try {
    for await (const { name } of await opendir(folder)) {
      if (NOT_OURS.has(name)) continue;
      const path = join(folder, name);
      const found = await lstat(path).catch(unlessMissing);
      // The mode of a link says nothing.
      if (found?.isFile() || found?.isDirectory()) yield { path, isFolder: found.isDirectory(), entry: entryOf(path, found) };
    }
  } catch (error) {
    unlessMissing(error as NodeJS.ErrnoException);
  }
}

/** The site is at work: it has sent a mail, or thrown away an archive. */
function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

const isOpen = ({ mode }: { mode: number }): boolean => (mode & FOR_OTHERS) !== 0;

function openOutcome(open: readonly Entry[], command: string): Outcome {
  const names = named(open, ({ path, mode }) => `${path} (${modeText(mode)})`);
  return warning(`other users of this machine may use ${names}`, `Run: ${command}`);
}

const entryOf = (path: string, { mode, uid }: { mode: number; uid: number }): Entry => ({ path, mode, uid });

const modeText = (mode: number): string => (mode & 0o777).toString(8).padStart(4, '0');

/** `a, b, c and 7 more`. */
function named(entries: readonly Entry[], textOf: (entry: Entry) => string): string {
  const rest = entries.length - MOST_NAMED;
  const names = entries.slice(0, MOST_NAMED).map(textOf).join(', ');
  return rest > 0 ? `${names} and ${counted(rest, 'other')}` : names;
}
