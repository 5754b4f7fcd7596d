import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app.config';

/** Where archives lie. Web processes and workers must see the same folder. */
@Injectable()
export class ExportFiles {
  private readonly folder: string;

  constructor(app: AppConfig) {
    this.folder = join(app.dataDir, 'exports');
  }

  /** Absolute path, whether or not there is such a file. */
  pathOf(id: number): string {
    return join(this.folder, `${id}.zip`);
  }

  /**
   * Makes a file that is there whole or not at all. What an earlier try left is thrown away.
   *
   * @param write gets the path that it writes to
   * @returns bytes
   */
  async make(id: number, write: (path: string) => Promise<void>): Promise<number> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.remove(id);
    const part = join(this.folder, `${id}.${randomUUID()}.part`);
    try {
      await write(part);
      const { size } = await stat(part);
      await rename(part, this.pathOf(id));
      return size;
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /** Throws away all that belongs to an archive. */
  async remove(id: number): Promise<void> {
    for (const name of await this.names()) if (name.startsWith(`${id}.`)) await rm(join(this.folder, name), { force: true });
  }

  /** Of which archives there are files. */
  async ids(): Promise<number[]> {
    return [...new Set((await this.names()).map((name) => parseInt(name, 10)).filter((id) => !Number.isNaN(id)))];
  }

  private async names(): Promise<string[]> {
    try {
      return await readdir(this.folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}
