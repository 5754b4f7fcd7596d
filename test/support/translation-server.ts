import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { TranslationServiceName } from '../../src/config/translation.config';

export const KEY = 'a-key';

/** What the server does with the next questions. */
export type Habit =
  'answers' | 'hangs' | 'stalls' | 'cuts' | 'refuses' | 'breaks' | 'redirects' | 'babbles' | 'floods' | 'says nothing';

/** What was asked, in the words of the service, or what is wrong with that. */
interface Asked {
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

type Json = ReturnType<typeof JSON.parse>;

interface Dialect {
  /** @throws Error for what the documentation does not allow */
  read(request: IncomingMessage, url: URL, body: Json): Asked;
  write(text: string): object;
}

function must(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** As the services document them. */
const DIALECTS: Readonly<Record<TranslationServiceName, Dialect>> = {
  // docs.libretranslate.com: q, source, target, format, api_key.
  libretranslate: {
    read(_, url, body) {
      must(url.pathname === '/translate', 'path');
      must(body.api_key === KEY && body.format === 'text', 'api_key or format');
      return { text: body.q, from: body.source, to: body.target };
    },
    write: (text) => ({ translatedText: text }),
  },
  // developers.deepl.com: names of languages in capitals, English and Portuguese as targets with their kind.
  deepl: {
    read({ headers }, url, body) {
      must(url.pathname === '/v2/translate', 'path');
      must(headers.authorization === `DeepL-Auth-Key ${KEY}`, 'authorization');
      must(Array.isArray(body.text) && body.text.length === 1, 'text');
      const [source, target] = [String(body.source_lang), String(body.target_lang)];
      must(/^[A-Z]{2}$/.test(source) && /^(?!EN$|PT$)[A-Z]{2}(-[A-Z]{2})?$/.test(target), 'languages');
      return { text: body.text[0], from: source.toLowerCase(), to: target.slice(0, 2).toLowerCase() };
    },
    write: (text) => ({ translations: [{ detected_source_language: 'ES', text }] }),
  },
  // learn.microsoft.com, Translator 3.0: a list of texts, languages in the query.
  azure: {
    read({ headers }, { pathname, searchParams }, body) {
      must(pathname === '/translate' && searchParams.get('api-version') === '3.0', 'path or version');
      must(headers['ocp-apim-subscription-key'] === KEY, 'key');
      must(headers['ocp-apim-subscription-region'] === 'westeurope', 'region');
      must(Array.isArray(body) && body.length === 1, 'body');
      return { text: body[0].Text, from: searchParams.get('from') ?? '', to: searchParams.get('to') ?? '' };
    },
    write: (text) => [{ translations: [{ text, to: 'en' }] }],
  },
};

/** A translation service on this machine that speaks the documented language of one of the services, and refuses any other. */
export class TranslationServer {
  habit: Habit = 'answers';
  /** Where it sends those whom it redirects. */
  elsewhere = '';
  /** Resolves when who asked has hung up. */
  left: Promise<unknown> = Promise.resolve();
  readonly asked: Asked[] = [];
  /** What was wrong with a question. */
  readonly faults: string[] = [];
  connections = 0;
  private readonly server: Server;

  private constructor(private readonly dialect: Dialect) {
    this.server = createServer((request, response) => void this.hear(request, response));
    this.server.on('connection', () => this.connections++);
  }

  static async start(service: TranslationServiceName): Promise<TranslationServer> {
    const started = new TranslationServer(DIALECTS[service]);
    await once(started.server.listen(0, '127.0.0.1'), 'listening');
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await json(request)) as Json;
    this.left = once(request.socket, 'close');
    switch (this.habit) {
      case 'answers':
        return this.answer(request, response, body);
      case 'cuts':
        return void request.socket.destroy();
      case 'refuses':
        return void response.writeHead(429).end('{"error":"slow down"}');
      case 'breaks':
        return void response.writeHead(500).end('<html>');
      case 'redirects':
        return void response.writeHead(307, { location: `${this.elsewhere}/translate` }).end();
      case 'babbles':
        return void response.writeHead(200).end('I do not know');
      case 'says nothing':
        return void response.writeHead(200).end('null');
      case 'floods':
        return void response.writeHead(200).end(`"${'x'.repeat(1e6)}"`);
      case 'stalls':
        return void response.writeHead(200).write('{');
      case 'hangs':
    }
  }

  private answer(request: IncomingMessage, response: ServerResponse, body: Json): void {
    try {
      must(request.method === 'POST' && request.headers['content-type'] === 'application/json', 'method or type');
      const asked = this.dialect.read(request, new URL(request.url ?? '', this.url), body);
      this.asked.push(asked);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(this.dialect.write(`${asked.from}→${asked.to}: ${asked.text}`)));
    } catch (error) {
      this.faults.push(String(error));
      response.writeHead(400).end();
    }
  }
}
