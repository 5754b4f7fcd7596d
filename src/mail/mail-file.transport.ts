import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Logger } from '@nestjs/common';
import type { Transport } from 'nodemailer';

type Send = Transport['send'];

/** Writes each mail as a file, for a site without a mail server: any mail program opens it. The same mail again is the same file. */
export class MailFileTransport implements Transport {
  readonly name = 'MailFile';
  readonly version = '1';
  private readonly logger = new Logger('Mail');

  /** @param folder absolute path; made when the first mail is written */
  constructor(private readonly folder: string) {}

  send(...[mail, done]: Parameters<Send>): void {
    const messageId = mail.message.messageId();
    this.write(messageId, mail.message.createReadStream()).then(
      (file) => {
        this.logger.log({ event: 'mail.written', file });
        done(null, { envelope: mail.message.getEnvelope(), messageId });
      },
      (error: Error) => done(error),
    );
  }

  private async write(messageId: string, content: NodeJS.ReadableStream): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = join(this.folder, `${messageId.replace(/@.*$/, '').replace(/[^\w.-]/g, '')}.eml`);
    // Whoever watches the folder must never see half a mail.
    await writeFile(`${file}.part`, await buffer(content), { mode: 0o600 });
    await rename(`${file}.part`, file);
    return file;
  }
}
