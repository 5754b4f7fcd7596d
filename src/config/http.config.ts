import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import type { AppConfig } from './app.config';
import type { Environment } from './environment';

const LOOPBACK = '127.0.0.1';

/** Where the server listens, and the address by which the world knows it. */
export class HttpConfig {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** Path that comes before every route: '' or such as `/blog`. */
  readonly pathPrefix: string;
  readonly isHttps: boolean;
  /** Express' `trust proxy`: false, a number of hops, or a list of addresses. */
  readonly trustProxy: false | number | string;
  /** Web processes. */
  readonly concurrency: number;
  private readonly configuredOrigin: string | undefined;
  private listeningPort: number;
  private listeningOrigin: string | undefined;

  constructor(environment: Environment, app: AppConfig) {
    this.host = readHost(environment);
    this.port = environment.integer('PORT', { fallback: 3000, min: 0, max: 65535 });
    const url = environment.url('BASE_URL', ['http:', 'https:']);
    this.pathPrefix = url?.pathname.replace(/\/+$/, '') ?? '';
    this.isHttps = url?.protocol === 'https:';
    this.configuredOrigin = url?.origin;
    this.listeningPort = this.port;
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
    this.listeningOrigin = undefined;
  }

  /** Whether BASE_URL says by which address the world knows the site. */
  get isOriginGiven(): boolean {
    return this.configuredOrigin !== undefined;
  }

  /** Scheme, host and port, as a browser sends it in `Origin`. */
  get origin(): string {
    if (this.configuredOrigin !== undefined) return this.configuredOrigin;
    // Each page asks for it.
    return (this.listeningOrigin ??= new URL(
      `http://${this.host.includes(':') ? `[${this.host}]` : this.host}:${this.listeningPort}`,
    ).origin);
  }

  /** The public address, such as `https://blog.example/prefix`: no slash at the end. */
  get baseUrl(): string {
    return this.origin + this.pathPrefix;
  }
}

function readHost(environment: Environment): string {
  const host = environment.text('HOST', LOOPBACK);
  if (isIP(host) !== 0 || (!host.includes(':') && URL.parse(`http://${host}`)?.pathname === '/')) return host;
  environment.fault('HOST', 'must be the name or the address of this machine');
  return LOOPBACK;
}

function readTrustProxy(environment: Environment): false | number | string {
  const text = environment.text('TRUST_PROXY', 'false');
  if (text === 'false' || text === '0') return false;
  if (/^\d+$/.test(text)) return Number(text);
  // Not "true": trusting whoever connects lets anybody claim any address, and so slip every throttle.
  if (!text.split(',').every(isProxy))
    environment.fault('TRUST_PROXY', 'must be a number of proxies or a list of their addresses');
  return text;
}

// Names that Express has for the addresses of private networks.
const NETWORKS: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** An address, a range such as `10.0.0.0/8`, or the name of a network. */
function isProxy(item: string): boolean {
  const [address = '', bits = '1'] = item.trim().split('/');
  const width = isIP(address) === 4 ? 32 : 128;
  return NETWORKS.has(item.trim()) || (isIP(address) !== 0 && /^[1-9]\d*$/.test(bits) && Number(bits) <= width);
}
