import type { PortableRow } from '../../database/portable/portable-value';
import { MAX_ROW_BYTES } from './backup-contents';
import { BrokenBackup } from './backup.errors';

const CHUNK_CHARACTERS = 64 * 1024;
const NEWLINE = 0x0a;

/** Rows as lines of JSON, many at a time. @throws Error for a row that is too long to be read again */
export async function* toLines(rows: AsyncIterable<PortableRow>): AsyncGenerator<Buffer> {
  let text = '';
  for await (const row of rows) {
    const line = JSON.stringify(row);
    if (Buffer.byteLength(line) > MAX_ROW_BYTES) throw new Error(`A row is longer than ${MAX_ROW_BYTES} bytes`);
    text += `${line}\n`;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

/** What the lines say, whatever it is. @throws BrokenBackup for a line that is too long, or no JSON, or without an end */
export async function* fromLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  let begun: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      yield parsed(Buffer.concat([...begun, chunk.subarray(from, end)]));
      [begun, length, from] = [[], 0, end + 1];
    }
    begun.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > MAX_ROW_BYTES) throw new BrokenBackup('A row of the backup is longer than any row can be.');
  }
  if (length > 0) throw new BrokenBackup('The last row of a table is cut short.');
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    throw new BrokenBackup('A row of the backup is no JSON.');
  }
}
