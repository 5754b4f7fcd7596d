import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';

/** Reads the mails that a site without a mail server wrote, in the order of their writing, and takes them away. */
export async function takeMails(dataDir: string): Promise<ParsedMail[]> {
  const folder = join(dataDir, 'mail');
  if (!existsSync(folder)) return [];
  const files = (await readdir(folder)).filter((file) => file.endsWith('.eml'));
  const mails = await Promise.all(files.map(async (file) => simpleParser(await readFile(join(folder, file)))));
  for (const file of files) await rm(join(folder, file));
  return mails.sort((a, b) => Number(a.date) - Number(b.date));
}

/** The first address in a mail that leads to a path of ours. */
export function linkIn({ text = '' }: ParsedMail, origin: string): string {
  const url = text.split(/\s+/).find((word) => word.startsWith(`${origin}/`));
  if (url === undefined) throw new Error(`No link to ${origin} in:\n${text}`);
  return url.slice(origin.length);
}
