import { SubCommand } from 'nest-commander';
import { ReportCommand, type ReportOptions } from '../base.command';
import { momentText, table } from '../table';
import { BackupArchive } from './backup-archive';
import { amountsOf, factsOf, secretText } from './backup-summary';
import type { Manifest } from './manifest';
import { verifyBackup } from './verify-backup';

@SubCommand({
  name: 'verify',
  arguments: '<file>',
  description: 'read all of a backup and say what is in it; needs neither a database nor a configuration',
})
export class BackupVerifyCommand extends ReportCommand {
  async run([file = '']: string[], options: ReportOptions): Promise<void> {
    const archive = await BackupArchive.open(file);
    try {
      await verifyBackup(archive);
      this.report(options, { file, ...factsOf(archive.manifest) }, textOf(file, archive.manifest));
    } finally {
      archive.close();
    }
  }
}

function textOf(file: string, manifest: Manifest): string {
  const { program, createdAt, migrations, tables } = manifest;
  return [
    `${file} is whole: ${amountsOf(manifest)}.`,
    `Made by Microblog ${program} at ${momentText(new Date(createdAt))} (UTC), after ${migrations.at(-1) ?? 'no migration'}.`,
    secretText(manifest),
    table(
      ['rows', 'table'],
      tables.filter(({ rows }) => rows > 0).map(({ name, rows }) => [rows, name]),
    ),
  ].join('\n');
}
