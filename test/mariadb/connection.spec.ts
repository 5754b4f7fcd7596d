import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../src/database/connect';
import { dataSourceOptions } from '../../src/database/data-source-options';
import { type Certificates, makeCertificates } from '../support/certificates';
import { MariadbServer } from '../support/mariadb-server';
import { testConfig } from '../support/test-config';

// A server makes its tables and starts: seconds, and on a busy machine many.
const PATIENCE_MS = 120_000;
const AT_ONCE = 0;

let folder: string;
let files: Certificates;
/** It has a certificate of its name, the other one that of somebody else. */
let server: MariadbServer;
let impostor: MariadbServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'microblog-tls-'));
  files = await makeCertificates(folder, ['localhost', 'elsewhere.example']);
  const [own, other] = files.servers.map(({ certificate, key }) => [`--ssl-cert=${certificate}`, `--ssl-key=${key}`]);
  server = await MariadbServer.onFreePort(...own!);
  impostor = await MariadbServer.onFreePort(...other!);
  await server.install();
  await impostor.installLike(server);
  for (const one of [server, impostor]) {
    await one.start();
    await one.tell(
      'CREATE DATABASE blog CHARACTER SET utf8mb4',
      "CREATE USER wary IDENTIFIED BY 'geheim' REQUIRE SSL",
      'GRANT ALL ON blog.* TO wary',
    );
  }
}, PATIENCE_MS);
afterAll(async () => {
  await Promise.all([server?.remove(), impostor?.remove()]);
  await rm(folder, { recursive: true, force: true });
});

/** The cipher that a connection by these parameters has; '' for one in the clear. */
async function cipherOf(
  parameters: Record<string, string>,
  { at = server, login = 'wary:geheim', host = 'localhost' } = {},
): Promise<string> {
  const url = new URL(at.url(login, 'blog'));
  url.hostname = host;
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const source = await connect(dataSourceOptions(testConfig({ DATABASE_URL: url.href }).database, []), AT_ONCE);
  try {
    const [row] = await source.query<{ Value: string }[]>("SHOW STATUS LIKE 'Ssl_cipher'");
    return row?.Value ?? '';
  } finally {
    await source.destroy();
  }
}

describe('a server that wants TLS', () => {
  it('is not spoken to in the clear', async () => {
    await expect(cipherOf({})).rejects.toThrow('Access denied');
    await expect(cipherOf({ 'ssl-mode': 'DISABLED' })).rejects.toThrow('Access denied');
  });

  it('is spoken to in secret, whoever it is', async () => {
    expect(await cipherOf({ 'ssl-mode': 'REQUIRED' })).not.toBe('');
    expect(await cipherOf({ 'ssl-mode': 'REQUIRED' }, { host: '127.0.0.1' })).not.toBe('');
  });

  it('must be vouched for by an authority that is trusted, where that is wished', async () => {
    await expect(cipherOf({ 'ssl-mode': 'VERIFY_CA' })).rejects.toThrow('certificate');
    await expect(cipherOf({ 'ssl-mode': 'VERIFY_IDENTITY' })).rejects.toThrow('certificate');
    expect(await cipherOf({ 'ssl-ca': files.authority }, { at: impostor, host: '127.0.0.1' })).not.toBe('');
  });

  it('must be the one that it says, where that is wished', async () => {
    const wish = { 'ssl-mode': 'VERIFY_IDENTITY', 'ssl-ca': files.authority };

    expect(await cipherOf(wish)).not.toBe('');
    await expect(cipherOf(wish, { at: impostor })).rejects.toThrow("does not match certificate's altnames");
  });
});

it('is asked through its socket', async () => {
  expect(await cipherOf({ socket: server.socket }, { login: 'root', host: 'nowhere.example' })).toBe('');
});
