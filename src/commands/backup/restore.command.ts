import { Command, Option } from 'nest-commander';
import { Reindexer } from '../../search/index/reindexer.service';
import { ReportCommand, type ReportOptions } from '../base.command';
import { CommandFailed } from '../command.errors';
import { interruptible } from '../interruptible';
import { counted } from '../table';
import { BackupArchive } from './backup-archive';
import { amountsOf, factsOf, secondsSince } from './backup-summary';
import { type Restored, RestoreService } from './restore.service';
import { verifyBackup } from './verify-backup';

interface Options extends ReportOptions {
  readonly force?: boolean;
}

@Command({
  name: 'restore',
  arguments: '<file>',
  description: 'fill the database and DATA_DIR from a backup; stop the site first',
})
export class RestoreCommand extends ReportCommand {
  async run([file = '']: string[], { force = false, ...options }: Options): Promise<void> {
    const started = performance.now();
    const archive = await BackupArchive.open(file);
    try {
      await verifyBackup(archive);
      const service = (await this.program.app()).get(RestoreService);
      if (!force) await this.mayReplace(await service.people());
      const restored = await interruptible((signal) => service.restore(archive, signal));
      this.warn(file, restored);
      // The site may start meanwhile: what is not in the index is found more slowly.
      await (await this.program.get(Reindexer)).run(new AbortController().signal);
      const seconds = secondsSince(started);
      const facts = { file, seconds, ...factsOf(archive.manifest), secretMatches: restored.hasSecret };
      this.report(options, facts, `Restored ${file} in ${seconds} s: ${amountsOf(archive.manifest)}.`);
    } finally {
      archive.close();
    }
  }

  @Option({ flags: '--force', description: 'do not ask before everything that is there is replaced' })
  parseForce(): boolean {
    return true;
  }

  private async mayReplace(people: number): Promise<void> {
    if (people === 0) return;
    const found = `There ${people === 1 ? 'is' : 'are'} ${counted(people, 'person', 'people')} in this database.`;
    if (!this.terminal.isInteractive) throw new CommandFailed(`${found} Use --force to replace everything.`);
    const answer = await this.terminal.ask(`${found} Type yes to replace everything: `);
    if (answer !== 'yes') throw new CommandFailed('Nothing was restored.');
  }

  private warn(file: string, { hasSecret, secret, formerSecret }: Restored): void {
    if (formerSecret !== null)
      this.terminal.complain(`The secret of the backup is in use now; the former one is ${formerSecret}.`);
    if (hasSecret) return;
    const where = secret === 'left out' ? ` "unzip -p ${file} files/secret" shows it.` : '';
    this.terminal.complain(
      `SECRET_KEY is not the one of the site that was backed up: until it is, nobody who signs in with a second step can.${where}`,
    );
  }
}
