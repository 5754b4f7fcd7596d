import type { Response } from 'express';
import type { HomeOwner } from '../../timeline/home-timeline.port';

/** What a reader may be behind with. Beyond that the connection is cut: the browser comes back and asks for what it missed. */
const MOST_UNSENT_BYTES = 64 * 1024;

/** By what a reader was let in; with it the stream ends. */
export type Entrance = { readonly sessionId: string } | { readonly tokenId: number };

/** One open page, as far as it listens: a response that does not end (server-sent events, WHATWG HTML 9.2). */
export class LiveStream {
  /** The newest post that the page shows of its home timeline; undefined for other pages. */
  readonly newestPostId: number | undefined;
  /** How many newer ones the page was told of. */
  private toldPosts = 0;

  constructor(
    private readonly response: Response,
    readonly reader: HomeOwner,
    readonly entrance: Entrance,
    /** The last value that the page has. */
    public lastId: number,
    newestPostId: number | undefined,
  ) {
    this.newestPostId = newestPostId;
    response.status(200);
    response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
    // No proxy may keep it back, nor pack it.
    response.setHeader('Cache-Control', 'no-store, no-transform');
    response.setHeader('X-Accel-Buffering', 'no');
    response.flushHeaders();
    this.write('retry: 3000\n\n');
  }

  get isOver(): boolean {
    return this.response.writableEnded || this.response.destroyed;
  }

  get userId(): number {
    return this.reader.id;
  }

  /** A value. Its id comes back as `Last-Event-ID` when the connection was cut. */
  sendValue(id: number, value: unknown): void {
    this.lastId = id;
    this.write(`id: ${id}\ndata: ${JSON.stringify(value)}\n\n`);
  }

  /** How many posts are newer than what the page shows. */
  sendPosts(count: number): void {
    if (count === this.toldPosts) return;
    this.toldPosts = count;
    this.write(`event: posts\ndata: ${JSON.stringify({ count })}\n\n`);
  }

  /** Says nothing, so that nobody on the way takes the connection for dead. */
  beat(): void {
    this.write(':\n\n');
  }

  end(): void {
    this.response.end();
  }

  onClose(work: () => void): void {
    this.response.on('close', work);
  }

  private write(text: string): void {
    // A value may be on its way while the stream ends.
    if (this.isOver) return;
    if (this.response.writableLength > MOST_UNSENT_BYTES) this.response.destroy();
    else this.response.write(text);
  }
}
