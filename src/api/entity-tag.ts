import { createHash } from 'node:crypto';

/** The strong `ETag` (RFC 9110, 8.8.3) of what is answered as this JSON. */
export const entityTagOf = (json: string): string => `"${createHash('sha256').update(json).digest('base64url')}"`;

/**
 * Whether `If-Match` names this state. RFC 9110 wants strong tags there; but a proxy that compresses makes ours weak on the way (`W/"…"`), and what it names is a hash of
 * the whole text all the same.
 */
export const isNamed = (ifMatch: string, tag: string): boolean => ifMatch.trim() === '*' || listed(ifMatch).includes(tag);

const listed = (header: string): string[] => header.match(/"[^"]*"/g) ?? [];
