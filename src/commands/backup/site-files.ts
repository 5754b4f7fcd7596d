import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app.config';
import { SecurityConfig } from '../../config/security.config';

const EXPORTS = 'exports';
const SECRET = 'secret';

/** Archives that are finished; `export/export-files.ts` names them. Nothing else has a place in DATA_DIR that a backup may fill. */
const EXPORT = /^exports\/[1-9]\d{0,15}\.zip$/;

export const isSiteFile = (name: string): boolean => name === SECRET || EXPORT.test(name);

export interface SiteFile {
  /** Path in DATA_DIR, with slashes. */
  readonly name: string;
  readonly content: () => AsyncIterable<Buffer>;
}

/** What became of the secret of a backup. */
export type SecretFate = 'none' | 'same' | 'written' | 'left out';

export interface PutBack {
  readonly secret: SecretFate;
  /** The secret that was there before, now under another name; null when none was put aside. */
  readonly formerSecret: string | null;
}

/** The files of DATA_DIR that are part of the site, beside its database: finished exports, and the secret if it was made here. */
@Injectable()
export class SiteFiles {
  private readonly folder: string;

  constructor(
    app: AppConfig,
    private readonly security: SecurityConfig,
  ) {
    this.folder = app.dataDir;
  }

  /** Those that are there, each opened when its turn comes: one that is tidied away meanwhile is none. */
  async *all(): AsyncGenerator<SiteFile> {
    const archives = (await namesIn(join(this.folder, EXPORTS))).map((name) => `${EXPORTS}/${name}`).filter(isSiteFile);
    for (const name of this.security.isSecretGenerated ? [SECRET, ...archives] : archives) {
      const handle = await openIfThere(join(this.folder, name));
      // The stream closes it.
      if (handle) yield { name, content: () => handle.createReadStream() };
    }
  }

  /**
   * Writes files beside their places, so that only their names have to change when the database is ready for them.
   *
   * @returns to be told how that ended
   */
  async stage(files: readonly SiteFile[]): Promise<StagedFiles> {
    const staged = new StagedFiles(this.folder, this.security.isSecretGenerated);
    try {
      for (const file of files) await staged.write(file);
      return staged;
    } catch (error) {
      await staged.discard();
      throw error;
    }
  }
}

/** Files that have everything but their names. */
export class StagedFiles {
  /** Name, and where its content is. */
  private readonly parts = new Map<string, string>();

  constructor(
    private readonly folder: string,
    private readonly usesGeneratedSecret: boolean,
  ) {}

  async write({ name, content }: SiteFile): Promise<void> {
    if (!isSiteFile(name)) throw new Error(`A backup may not hold the file ${name}`);
    // As `ExportFiles` calls what is not finished: what is forgotten is tidied away.
    const part = join(this.folder, `${name.replace(/\.zip$/, '')}.${randomUUID()}.part`);
    this.parts.set(name, part);
    await mkdir(dirname(part), { recursive: true, mode: 0o700 });
    await pipeline(content(), createWriteStream(part, { mode: 0o600, flags: 'wx', flush: true }));
  }

  async discard(): Promise<void> {
    for (const part of this.parts.values()) await rm(part, { force: true });
  }

  /** Puts all in their places. Exports that were there go: their numbers now belong to others. */
  async putBack(): Promise<PutBack> {
    for (const name of await namesIn(join(this.folder, EXPORTS))) {
      const path = `${EXPORTS}/${name}`;
      if (isSiteFile(path) && !this.parts.has(path)) await rm(join(this.folder, path), { force: true });
    }
    for (const [name, part] of this.parts) if (name !== SECRET) await rename(part, join(this.folder, name));
    const secret = this.parts.get(SECRET);
    return secret === undefined ? { secret: 'none', formerSecret: null } : this.putBackSecret(secret);
  }

  private async putBackSecret(part: string): Promise<PutBack> {
    const path = join(this.folder, SECRET);
    if (!this.usesGeneratedSecret) {
      await rm(part);
      return { secret: 'left out', formerSecret: null };
    }
    // Whoever reads the configuration makes one, so that there always is one.
    if ((await readFile(path, 'utf8')).trim() === (await readFile(part, 'utf8')).trim()) {
      await rm(part);
      return { secret: 'same', formerSecret: null };
    }
    const formerSecret = `${path}.${new Date().toISOString().replace(/\W/g, '')}.before-restore`;
    await rename(path, formerSecret);
    await rename(part, path);
    return { secret: 'written', formerSecret };
  }
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
