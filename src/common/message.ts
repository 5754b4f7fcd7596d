/** A text not yet written: the key of a catalogue and the values for its placeholders. It is translated when a reader is known. */
export interface Message {
  readonly key: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

/**
 * Packs a message into the one string that class-validator lets a rule carry.
 * Read back with {@link unpackMessage}.
 */
export const packMessage = (key: string, args?: Message['args']): string => JSON.stringify({ key, args });

export const unpackMessage = (packed: string): Message => JSON.parse(packed) as Message;
