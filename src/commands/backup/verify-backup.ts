import { migrations as known } from '../../database/migrations';
import type { PortableTable } from '../../database/portable/portable-table';
import type { BackupArchive } from './backup-archive';
import { backupTables } from './backup-contents';
import { BrokenBackup } from './backup.errors';
import { isSiteFile } from './site-files';

/**
 * Reads all of a backup, and needs no database for it. The columns of one that was made before a migration ran are held against the tables when
 * it is restored: only then there are tables of that time.
 *
 * @throws BrokenBackup
 */
export async function verifyBackup(archive: BackupArchive): Promise<void> {
  const { migrations, tables, files } = archive.manifest;
  const names = new Set(known.map(({ name }) => name));
  const unknown = migrations.find((name) => !names.has(name));
  if (unknown !== undefined) {
    throw new BrokenBackup(`The backup is of a newer Microblog: this one knows nothing of its migration ${unknown}.`);
  }
  if (new Set(migrations).size === names.size && shapeOf(tables) !== shapeOf(await backupTables())) {
    throw new BrokenBackup('The tables of the backup are not those of this program.');
  }
  const stranger = files.find(({ name }) => !isSiteFile(name));
  if (stranger) throw new BrokenBackup(`The backup holds a file that is none of a Microblog's: ${JSON.stringify(stranger.name)}`);
  for (const table of tables) for await (const _ of archive.rows(table));
  for (const file of files) for await (const _ of archive.file(file));
}

const shapeOf = (tables: readonly PortableTable[]): string =>
  tables
    .map(
      ({ name, columns }) =>
        `${name}: ${columns
          .map((column) => `${column.name} ${column.kind} ${column.isNullable}`)
          .sort()
          .join()}`,
    )
    .sort()
    .join('\n');
