import type { TextKey } from './text-key';

/** A text not yet written: the key of a catalogue and the values for its placeholders. It is translated when a reader is known. */
export interface Message {
  readonly key: TextKey;
  readonly args?: Readonly<Record<string, string | number>>;
}

/** How HTTP calls a status, or what it means for who sees it. There is a text for every status that we answer with (`test/catalogues`). */
export const statusMessage = (status: number, part: 'title' | 'message'): Message => ({
  key: `errors.http.${status}.${part}` as TextKey,
});

/**
 * Packs a message into the one string that class-validator lets a rule carry.
 * Read back with {@link unpackMessage}.
 */
export const packMessage = (key: TextKey, args?: Message['args']): string => JSON.stringify({ key, args });

export const unpackMessage = (packed: string): Message => JSON.parse(packed) as Message;
