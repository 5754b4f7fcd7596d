import { isWerkzeugHash, matchesWerkzeug } from './werkzeug-hash';

// Made with Python's hashlib, as werkzeug.security.generate_password_hash does.
const HASHES = [
  [
    'correct horse battery',
    'scrypt:32768:8:1$Xq3vT8zN1xWc5yR7$64d76e47e2f1565dd5c2e0f295de993e1395cf6daa03baf5a03294d0a8c05a9e8e99db02901f03afbc0a8f7aca0b5667a888ae5d9f734ecd6e6d0a369ebcb904',
  ],
  [
    'correct horse battery',
    'pbkdf2:sha256:1000$b0pJ2mH6gF4dS9aK$9600eb9979b85c7b2bf120d18633508c3d24d0b6d7c4517392762d5243ffada3',
  ],
  [
    'contraseña 🍣',
    'pbkdf2:sha512:1000$salt$84951a982ca6f192c1faa67e0f88a042c927a27cfa3a55c7b3612be1f8e1adf9164cd414bdec2c4aa302afb345fa9496c5e2f309bfaa67d5ac0b928e216f4e19',
  ],
] as const;

describe('a hash by werkzeug', () => {
  it.each(HASHES)('is that of %j', async (password, hash) => {
    expect(isWerkzeugHash(hash)).toBe(true);
    expect(await matchesWerkzeug(password, hash)).toBe(true);
    expect(await matchesWerkzeug(`${password} `, hash)).toBe(false);
    expect(await matchesWerkzeug('', hash)).toBe(false);
  });

  it.each([
    '',
    '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
    'plain$$secret',
    'md5$salt$0123456789abcdef0123456789abcdef',
    'pbkdf2:md5:1000$salt$0123456789abcdef0123456789abcdef',
    'pbkdf2:sha256$salt$0123456789abcdef0123456789abcdef',
    'pbkdf2:sha256:99999999999$salt$0123456789abcdef0123456789abcdef',
    'pbkdf2:sha256:-1$salt$0123456789abcdef0123456789abcdef',
    'scrypt:32767:8:1$salt$0123456789abcdef0123456789abcdef',
    'scrypt:1073741824:8:1$salt$0123456789abcdef0123456789abcdef',
    'scrypt:32768:8:1000$salt$0123456789abcdef0123456789abcdef',
    'scrypt:32768:8$salt$0123456789abcdef0123456789abcdef',
    'scrypt:32768:8:1$salt$xyz',
    'scrypt:32768:8:1$salt$',
  ])('is not %j', async (hash) => {
    expect(isWerkzeugHash(hash)).toBe(false);
    expect(await matchesWerkzeug('anything', hash)).toBe(false);
  });
});
