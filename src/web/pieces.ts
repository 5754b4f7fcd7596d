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
    const [first = '', ...marked] = text.split(MARK);
    const parts = marked.map((part) => this.partOf(part));
    // The marks are longer than nothing: so there is room.
    const page = Buffer.allocUnsafe(parts.reduce((sum, { piece }) => sum + piece.length, Buffer.byteLength(text)));
    let end = page.write(first);
    for (const { piece, after } of parts) {
      end += piece.copy(page, end);
      end += page.write(after, end);
    }
    return page.subarray(0, end);
  }

  private partOf(part: string) {
    const end = part.indexOf(END);
    return { piece: this.placed[Number(part.slice(0, end))] as Buffer, after: part.slice(end + 1) };
  }
}
