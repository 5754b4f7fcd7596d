import { isIP, isIPv4 } from 'node:net';

/**
 * An address as it is written shortest, of IPv4 where it stands for one. Some proxies add the port; and whatever a client wrote gets here, where
 * a proxy passes it on unread: then it is none.
 *
 * @param ip as Express tells it, behind the proxies that `TRUST_PROXY` names
 * @returns '' for none
 */
export function plainAddress(ip: string | undefined): string {
  const text = (ip ?? '').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').replace(/^\[([^\]]*)\](:\d+)?$/, '$1');
  const address = text.replace(/%.*$/, '');
  if (isIP(address) !== 6) return isIPv4(address) ? address : '';
  const { hostname } = new URL(`http://[${address}]`);
  const [, high, low] = /^\[::ffff:([0-9a-f]+):([0-9a-f]+)\]$/.exec(hostname) ?? [];
  if (high === undefined || low === undefined) return hostname.slice(1, -1);
  return [high, low]
    .map((group) => Number.parseInt(group, 16))
    .flatMap((pair) => [pair >> 8, pair & 255])
    .join('.');
}

/** What counts as one address: all of IPv4, and the first 64 bits of IPv6, since a single household has that many to choose from. */
export function addressKey(ip: string | undefined): string {
  const address = plainAddress(ip);
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  return [...front, ...Array<string>(zeros).fill('0'), ...back].slice(0, 4).join(':');
}
