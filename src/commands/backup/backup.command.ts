import { Command, Option } from 'nest-commander';
import { ReportCommand, type ReportOptions } from '../base.command';
import { interruptible } from '../interruptible';
import { sizeText } from '../size-text';
import { BackupVerifyCommand } from './backup-verify.command';
import { BackupService } from './backup.service';
import { amountsOf, factsOf, secondsSince, secretText } from './backup-summary';

interface Options extends ReportOptions {
  readonly force?: boolean;
}

@Command({
  name: 'backup',
  arguments: '<file>',
  description: 'write all that the site has into one file, while it runs; any database can be filled from it',
  subCommands: [BackupVerifyCommand],
})
export class BackupCommand extends ReportCommand {
  async run([file = '']: string[], { force = false, ...options }: Options): Promise<void> {
    const started = performance.now();
    const service = await this.program.get(BackupService);
    const { manifest, bytes } = await interruptible((signal) => service.write(file, force, signal));
    const seconds = secondsSince(started);
    const text = `Wrote ${file} (${sizeText(bytes)}) in ${seconds} s: ${amountsOf(manifest)}.\n${secretText(manifest)}`;
    this.report(options, { file, bytes, seconds, ...factsOf(manifest) }, text);
  }

  @Option({ flags: '--force', description: 'replace the file if there is one' })
  parseForce(): boolean {
    return true;
  }
}
