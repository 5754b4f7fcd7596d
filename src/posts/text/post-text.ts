import LinkifyIt from 'linkify-it';
import { USERNAME_MAX } from '../../users/dto/account-fields.dto';
import { keyOf } from '../../users/user.entity';

/** A piece of what somebody wrote: words, or something that leads somewhere. `text` is as it was written. */
export interface Segment {
  readonly text: string;
  readonly url?: string;
  readonly username?: string;
  readonly tag?: string;
}

/** Code points; also the width of the column. */
const TAG_MAX = 100;
/** So many count; more of them is noise. */
const MOST_TAGS = 20;
const MOST_MENTIONS = 10;

// Whole addresses only: README.md and site.name are no places.
const links = new LinkifyIt({ fuzzyEmail: false, fuzzyLink: false }).add('ftp:', null).add('mailto:', null).add('//', null);

// A name as the accounts have it, without a dot that ends a sentence. A tag is a word with a letter in it, in any script.
const MARKS =
  /(?<![\p{L}\p{N}_@#/.])(?:@(?<username>[A-Za-z0-9](?:[\w.-]*\w)?)(?![@\w])|#(?<tag>[\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*))/gu;

/** The pieces of a post, in order; their texts together are the post. */
export function segmentsOf(body: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const { index, lastIndex, text, url } of links.match(body) ?? []) {
    segments.push(...marksIn(body.slice(end, index)), { text, url });
    end = lastIndex;
  }
  segments.push(...marksIn(body.slice(end)));
  return segments;
}

/** The tags of a post in the spelling by which they are compared, each once. */
export function tagsIn(body: string): string[] {
  const tags = segmentsOf(body).flatMap(({ tag }) => (tag === undefined ? [] : [tag]));
  return [...new Set(tags)].slice(0, MOST_TAGS);
}

/** Whom a post speaks to, by the spelling in which names are compared, each once. */
export function mentionsIn(body: string): string[] {
  const names = segmentsOf(body).flatMap(({ username }) => (username === undefined ? [] : [keyOf(username)]));
  return [...new Set(names)].slice(0, MOST_MENTIONS);
}

/** One spelling for a tag, however it was typed; '' for what cannot be one. */
export function normalTag(tag: string): string {
  const normal = tag.normalize('NFKC').toLowerCase().normalize('NFKC');
  return Array.from(normal).length <= TAG_MAX && /^[\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*$/u.test(normal) ? normal : '';
}

function marksIn(text: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    const segment = segmentOf(match);
    if (!segment) continue;
    if (match.index > end) segments.push({ text: text.slice(end, match.index) });
    segments.push(segment);
    end = match.index + match[0].length;
  }
  if (end < text.length) segments.push({ text: text.slice(end) });
  return segments;
}

function segmentOf({ 0: text, groups }: RegExpMatchArray): Segment | undefined {
  const { username, tag } = groups ?? {};
  if (username !== undefined) return username.length <= USERNAME_MAX ? { text, username } : undefined;
  const normal = normalTag(tag ?? '');
  return normal === '' ? undefined : { text, tag: normal };
}
