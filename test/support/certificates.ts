import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const openssl = (...args: string[]) => promisify(execFile)('openssl', args);
const FRESH_KEY = ['-newkey', 'rsa:2048', '-nodes'];

/** Files of an authority of one's own, and of the servers that it vouches for. */
export interface Certificates {
  readonly authority: string;
  readonly servers: readonly { readonly certificate: string; readonly key: string }[];
}

/** @param hosts the names that the certificates of the servers are made out to */
export async function makeCertificates(folder: string, hosts: readonly string[]): Promise<Certificates> {
  const [authority, authorityKey] = [join(folder, 'authority.pem'), join(folder, 'authority.key')];
  await openssl('req', '-x509', ...FRESH_KEY, '-keyout', authorityKey, '-out', authority, '-subj', '/CN=authority');
  const servers = [];
  for (const host of hosts) {
    const [request, certificate, key] = ['csr', 'pem', 'key'].map((kind) => join(folder, `${host}.${kind}`)) as [
      string,
      string,
      string,
    ];
    await openssl('req', ...FRESH_KEY, '-keyout', key, '-out', request, '-subj', `/CN=${host}`);
    const signer = ['-CA', authority, '-CAkey', authorityKey, '-CAcreateserial'];
    await openssl('x509', '-req', '-in', request, ...signer, '-out', certificate);
    servers.push({ certificate, key });
  }
  return { authority, servers };
}
