import { isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers';
import { isAttested } from './attestation';

const answer = (format: string, statement: Record<string, unknown>): string =>
  isoBase64URL.fromBuffer(
    isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', format],
        ['attStmt', new Map(Object.entries(statement))],
        ['authData', new Uint8Array(37)],
      ]) as Parameters<typeof isoCBOR.encode>[0],
    ),
  );

describe('the answer of an authenticator', () => {
  it.each([
    ['none', {}],
    ['packed', { alg: -7, sig: new Uint8Array(70) }],
  ])('in the format %s may vouch for nobody but itself', async (format, statement) => {
    expect(await isAttested(answer(format, statement))).toBe(false);
  });

  it.each(['packed', 'apple', 'android-key', 'android-safetynet', 'fido-u2f', 'tpm'])(
    'in the format %s says who made it, in certificates that lead elsewhere',
    async (format) => {
      expect(await isAttested(answer(format, { x5c: [new Uint8Array(9)] }))).toBe(true);
    },
  );
});
