import { randomBytes } from 'node:crypto';
import { seal, unseal } from './sealed-text';

const key = randomBytes(32);

describe('a sealed text', () => {
  it.each(['JBSWY3DPEHPK3PXP', '', 'ñandú 🍣'])('holds %j', (text) => {
    expect(unseal(seal(text, key), key)).toBe(text);
  });

  it('tells nothing, not even that it is the same text', () => {
    const [one, other] = [seal('JBSWY3DPEHPK3PXP', key), seal('JBSWY3DPEHPK3PXP', key)];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('JBSWY3');
  });

  it('is opened with its key alone, and only whole', () => {
    const sealed = seal('JBSWY3DPEHPK3PXP', key);
    expect(() => unseal(sealed, randomBytes(32))).toThrow();
    expect(() => unseal(`${sealed.slice(0, -2)}xx`, key)).toThrow();
    expect(() => unseal(sealed.slice(0, 30), key)).toThrow();
  });
});
