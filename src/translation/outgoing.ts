import { request as httpRequest, type Agent, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { useAgent } from 'request-filtering-agent';

/** A translated post is some hundred bytes. */
const MOST_BYTES = 256 * 1024;

export interface OutgoingOptions {
  /** Ends it, at the latest before the last packet of the answer. */
  readonly signal: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Otherwise an address of this machine or of a private network is refused, after its name was looked up and before anything is sent. */
  readonly allowsPrivate: boolean;
}

/**
 * Asks another server by a POST of JSON and reads its answer. No redirect is followed: it could lead into the network behind us.
 *
 * @throws Error for a refused address, a broken line, an answer that comes late, is too long, is no JSON or not 200
 */
export async function postJson(url: URL, body: unknown, { headers, allowsPrivate, signal }: OutgoingOptions): Promise<unknown> {
  const text = JSON.stringify(body);
  const response = await send(url, text, {
    method: 'POST',
    agent: useAgent(url.href, { allowPrivateIPAddress: allowsPrivate }),
    signal,
    headers: {
      ...headers,
      accept: 'application/json',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
    },
  });
  const answer = await readText(response);
  if (response.statusCode !== 200) throw new Error(`It answered ${response.statusCode}`);
  return JSON.parse(answer) as unknown;
}

interface SendOptions {
  readonly method: string;
  readonly agent: Agent;
  readonly signal: AbortSignal;
  readonly headers: Record<string, string>;
}

function send(url: URL, body: string, options: SendOptions): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end(body);
  });
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error('It answers without end');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
