import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer, type Server } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerAddress, type SMTPServerSession } from 'smtp-server';

/** What the receiver does with the next mails. */
export type Manner =
  | 'takes' // and says so
  | 'cuts' // the line, when it has the mail and before it says so
  | 'holds'; // the mail, and says nothing

export interface Received {
  readonly mail: ParsedMail;
  readonly recipients: string[];
}

/** A mail server on this machine that speaks SMTP in earnest and keeps what it was given. */
export class SmtpReceiver {
  readonly received: Received[] = [];
  manner: Manner = 'takes';
  /** Answered instead of taking a recipient, such as `550 No such user`. */
  refusal: { readonly code: number; readonly text: string } | undefined;
  /** Whether it knows who signs in. */
  knowsUs = true;
  private readonly sockets = new Set<Socket>();
  private readonly heard = new Set<() => void>();
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => (this.knowsUs ? done(null, { user: 'site' }) : done(new Error('Who are you?'))),
      onRcptTo: (_address, _session, done) => {
        const { refusal } = this;
        if (refusal) done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
        else done();
      },
      onData: (stream, session, done) => void this.take(stream, session, done),
    });
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket: Socket) => this.sockets.add(socket));
  }

  static async start(port = 0): Promise<SmtpReceiver> {
    const receiver = new SmtpReceiver();
    const listening = receiver.server.listen(port, '127.0.0.1');
    await once(listening, 'listening');
    return receiver;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Resolves when so many mails have come. */
  async count(mails: number): Promise<void> {
    while (this.received.length < mails) await new Promise<void>((resolve) => this.heard.add(resolve));
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async take(
    stream: NodeJS.ReadableStream,
    session: SMTPServerSession,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    const mail = await simpleParser(stream as never);
    const { manner } = this;
    this.received.push({ mail, recipients: session.envelope.rcptTo.map(({ address }: SMTPServerAddress) => address) });
    if (manner === 'cuts') for (const socket of this.sockets) socket.destroy();
    if (manner === 'takes') done();
    for (const listener of this.heard) listener();
    this.heard.clear();
  }
}

/** A server that takes connections and never says a word. */
export async function silentServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
