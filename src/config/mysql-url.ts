import { accessSync, constants } from 'node:fs';
import { isIP } from 'node:net';
import { isAbsolute } from 'node:path';
import { isDecodable } from './environment';

// The words of MySQL's own clients: https://dev.mysql.com/doc/refman/8.4/en/connection-options.html
const PARAMETERS = ['socket', 'ssl-mode', 'ssl-ca'];
const SSL_MODES = ['DISABLED', 'REQUIRED', 'VERIFY_CA', 'VERIFY_IDENTITY'] as const;

type SslMode = (typeof SSL_MODES)[number];

/** Where a MySQL or MariaDB server is, who asks it, and how the connection is kept secret. */
export interface MysqlServer {
  readonly host: string;
  readonly port: number;
  /** Absolute path of a Unix socket, which counts instead of host and port. */
  readonly socket: string | undefined;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** `DISABLED` talks in the clear, `REQUIRED` trusts whoever answers, `VERIFY_CA` asks for a certificate, `VERIFY_IDENTITY` for one of this host. */
  readonly sslMode: SslMode;
  /** A PEM file of the authorities that are trusted; without one, those that Node trusts. */
  readonly sslCa: string | undefined;
}

/**
 * Reads `mysql://user:password@host:port/name?ssl-mode=…&ssl-ca=…` or `…?socket=…`.
 *
 * @throws Error with what is wrong, never with what was given: there may be a password in it
 */
export function parseMysqlUrl(text: string): MysqlServer {
  const url = URL.parse(text);
  if (url?.protocol !== 'mysql:' || url.hostname === '' || url.pathname.length < 2 || !isDecodable(url)) {
    throw new Error('must be mysql://user:password@host:port/name');
  }
  const given = url.searchParams;
  if ([...given.keys()].some((name) => !PARAMETERS.includes(name) || given.getAll(name).length > 1)) {
    throw new Error(`takes ${PARAMETERS.join(', ')} behind the question mark, once each`);
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const socket = socketOf(given.get('socket') ?? undefined);
  const sslCa = readable(given.get('ssl-ca') ?? undefined);
  const sslMode = sslModeOf(given.get('ssl-mode') ?? (sslCa === undefined ? 'DISABLED' : 'VERIFY_CA'));
  // mysql2 would compare the certificate with "localhost".
  if (sslMode === 'VERIFY_IDENTITY' && (socket !== undefined || isIP(host) !== 0)) {
    throw new Error('has an ssl-mode that needs the name of the host, as it is in its certificate');
  }
  return {
    host,
    port: Number(url.port || 3306),
    socket,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    sslMode,
    sslCa,
  };
}

/** What an operator is told of where a server is. */
export function mysqlPlace(url: string): string {
  const { socket, host, port } = parseMysqlUrl(url);
  return socket ?? `${host}:${port}`;
}

function socketOf(path: string | undefined): string | undefined {
  if (path !== undefined && !isAbsolute(path)) throw new Error('has a socket that is no absolute path');
  return path;
}

function sslModeOf(text: string): SslMode {
  const mode = SSL_MODES.find((known) => known === text.toUpperCase());
  if (!mode) throw new Error(`has an ssl-mode that is none of ${SSL_MODES.join(', ')}`);
  return mode;
}

function readable(file: string | undefined): string | undefined {
  try {
    if (file !== undefined) accessSync(file, constants.R_OK);
  } catch {
    throw new Error('has an ssl-ca that is no file that can be read');
  }
  return file;
}
