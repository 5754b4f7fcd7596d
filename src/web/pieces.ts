import { randomUUID } from 'node:crypto';

// Nobody outside knows it, so nothing that somebody wrote can pass for a mark.
const MARK = `\0${randomUUID()} `;
const END = ';';

/**
 * Pieces of one page that were encoded before. While the page is drawn a mark stands for each; in the end they are copied into it, which
 * costs a fraction of joining and encoding their text again.
 */
export class Pieces {
  private readonly placed: Buffer[] = [];

  /** @returns what to write where the piece is to stand, once or more often */
  place(piece: Buffer): string {
    return MARK + (this.placed.push(piece) - 1) + END;
  }

  /** @returns the text in UTF-8, with the pieces in the places of their marks */
  into(text: string): Buffer {
    const parts: (string | Buffer)[] = [];
    let size = 0;
    let from = 0;
    for (let mark = text.indexOf(MARK); mark >= 0; mark = text.indexOf(MARK, from)) {
      const end = text.indexOf(END, mark);
      const piece = this.placed[Number(text.slice(mark + MARK.length, end))] as Buffer;
      parts.push(text.slice(from, mark), piece);
      size += piece.length;
      from = end + END.length;
    }
    // The marks have their length in it too: so there is room.
    const page = Buffer.allocUnsafe(size + Buffer.byteLength(text));
    let length = 0;
    for (const part of parts) length += typeof part === 'string' ? page.write(part, length) : part.copy(page, length);
    length += page.write(text.slice(from), length);
    return page.subarray(0, length);
  }
}
