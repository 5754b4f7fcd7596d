import { createHash } from 'node:crypto';

/** The strong `ETag` (RFC 9110, 8.8.3) of what is answered as this JSON. */
export const entityTagOf = (json: string): string => `"${createHash('sha256').update(json).digest('base64url')}"`;

/** Whether `If-Match` names this state. Tags that are weak name none: two states may share one. */
export const isNamed = (ifMatch: string, tag: string): boolean => ifMatch.trim() === '*' || listed(ifMatch).includes(tag);

const listed = (header: string): string[] => header.match(/(?:W\/)?"[^"]*"/g) ?? [];
