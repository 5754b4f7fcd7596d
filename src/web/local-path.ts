// Longer than any address of ours; servers in front have room for some 4,000 to 8,000 characters of headers.
const LONGEST = 2_000;
// Any host will do: what leaves it leaves us.
const HERE = 'http://here.invalid';

/**
 * The path of a `next` parameter when it stays on this site, else undefined. Browsers read `//evil`, `/\evil`, `https:evil`, tabs
 * and user names in many ways, so whatever could be read as another place is refused (OWASP Unvalidated Redirects Cheat Sheet).
 *
 * @param prefix path of `BASE_URL`, below which this site is: the rest of the host belongs to others
 */
export function localPath(next: unknown, prefix = ''): string | undefined {
  if (typeof next !== 'string' || next === '' || next.length > LONGEST) return undefined;
  // eslint-disable-next-line no-control-regex -- because browsers drop control characters and then read the rest as an address
  if (/[\u0000-\u0020\u007F\\]/.test(next) || /^[a-z][a-z0-9+.-]*:/i.test(next)) return undefined;
  const url = URL.parse(next, `${HERE}${prefix}/`);
  if (!url || url.origin !== HERE || url.username !== '' || url.password !== '') return undefined;
  const path = url.pathname + url.search + url.hash;
  // `/.//evil` is only now `//evil`; `/%5Cevil` and `/%09/evil` would be to whoever decodes them once more.
  const isOneOfOurs = prefix === '' || path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}?`);
  return isOneOfOurs && /^\/(?![/\\]|%(2f|5c|[01][\da-f]|20))/i.test(path) ? path : undefined;
}
