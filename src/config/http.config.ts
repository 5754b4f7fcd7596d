import { availableParallelism } from 'node:os';
import type { AppConfig } from './app.config';
import type { Environment } from './environment';

/** Where the server listens, and the address by which the world knows it. */
export class HttpConfig {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** Public address without a trailing slash; its path, if any, is the prefix of every link. Undefined until a free port is known. */
  private readonly configuredBaseUrl: URL | undefined;
  private listeningPort: number;
  /** Express' `trust proxy`: false, a number of hops, or a list of addresses. */
  readonly trustProxy: boolean | number | string;
  /** Web processes. */
  readonly concurrency: number;

  constructor(environment: Environment, app: AppConfig) {
    this.host = environment.text('HOST', '127.0.0.1');
    this.port = environment.integer('PORT', { fallback: 3000, min: 0, max: 65535 });
    this.listeningPort = this.port;
    this.configuredBaseUrl = environment.url('BASE_URL', ['http:', 'https:']);
    this.trustProxy = readTrustProxy(environment);
    this.concurrency = environment.integer('WEB_CONCURRENCY', {
      fallback: app.isProduction ? availableParallelism() : 1,
      min: 1,
      max: 64,
    });
  }

  /** Tells the port that the system chose when `PORT=0`. */
  listensOn(port: number): void {
    this.listeningPort = port;
  }

  /** Such as `https://blog.example/prefix`: no slash at the end. */
  get baseUrl(): string {
    const url = this.configuredBaseUrl;
    if (url) return url.origin + url.pathname.replace(/\/+$/, '');
    const host = this.host.includes(':') ? `[${this.host}]` : this.host;
    return `http://${host}:${this.listeningPort}`;
  }

  /** Scheme, host and port, as a browser sends it in `Origin`. */
  get origin(): string {
    return new URL(this.baseUrl).origin;
  }

  /** Path that comes before every route: '' or such as `/blog`. */
  get pathPrefix(): string {
    return new URL(this.baseUrl).pathname.replace(/\/+$/, '');
  }

  get isHttps(): boolean {
    return this.baseUrl.startsWith('https:');
  }
}

function readTrustProxy(environment: Environment): boolean | number | string {
  const text = environment.text('TRUST_PROXY', 'false');
  if (text === 'false') return false;
  if (/^\d+$/.test(text)) return Number(text);
  // Trusting whoever connects lets anybody claim any address, and so slip every throttle.
  if (text === 'true') environment.fault('TRUST_PROXY', 'must be a number of proxies or a list of their addresses, not "true"');
  return text;
}
