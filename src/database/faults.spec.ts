import { QueryFailedError } from 'typeorm';
import { duplicateKey, isCollision, isConnectionFault, isDuplicate } from './faults';

const raw = (properties: object, message = ''): Error => Object.assign(new Error(message), properties);
const wrapped = (properties: object, message?: string): Error => new QueryFailedError('SELECT 1', [], raw(properties, message));

describe('a fault of the database', () => {
  it.each([
    { code: 'ECONNREFUSED' },
    { code: 'ECONNRESET' },
    { code: 'ETIMEDOUT' },
    { code: 'PROTOCOL_CONNECTION_LOST', fatal: true },
    { code: 'ER_CON_COUNT_ERROR' },
    { code: 'ER_QUERY_TIMEOUT' },
    { errno: 1927 },
    { errno: 1969 },
    { code: 'ER_DISK_FULL' },
    { code: 'ER_LOCK_DEADLOCK' },
    { code: 'SQLITE_BUSY' },
    { code: 'SQLITE_FULL' },
    { code: 'SQLITE_IOERR_WRITE' },
    { code: 'SQLITE_READONLY_DBMOVED' },
  ])('is %o, as it comes or wrapped', (properties) => {
    expect([raw(properties), wrapped(properties)].map(isConnectionFault)).toEqual([true, true]);
  });

  it.each([{ code: 'ER_DUP_ENTRY' }, { code: 'ER_PARSE_ERROR' }, { code: 'SQLITE_CONSTRAINT_UNIQUE' }, {}])(
    'is not %o',
    (properties) => {
      expect([raw(properties), wrapped(properties)].map(isConnectionFault)).toEqual([false, false]);
    },
  );

  it('is nothing that is no error', () => {
    expect([undefined, null, 'text'].map(isConnectionFault)).toEqual([false, false, false]);
  });
});

describe('a collision', () => {
  it('is what may succeed when done again', () => {
    const codes = [
      'ER_LOCK_DEADLOCK',
      'ER_LOCK_WAIT_TIMEOUT',
      'ER_CHECKREAD',
      'SQLITE_BUSY',
      'SQLITE_BUSY_SNAPSHOT',
      'ECONNRESET',
      'ER_DUP_ENTRY',
    ];
    expect(codes.map((code) => isCollision(wrapped({ code })))).toEqual([true, true, true, true, true, false, false]);
  });
});

describe('a duplicate', () => {
  it.each([
    ['ER_DUP_ENTRY', "Duplicate entry 'susan' for key 'uq_user_username_key'", 'uq_user_username_key'],
    ['ER_DUP_ENTRY', "Duplicate entry 'susan' for key 'user.uq_user_username_key'", 'uq_user_username_key'],
    ['ER_DUP_ENTRY', "Duplicate entry 'x' for key 'y'' for key 'uq_user_email_key'", 'uq_user_email_key'],
    ['ER_DUP_ENTRY', "Duplicate entry '1-2' for key 'follow.PRIMARY'", 'PRIMARY'],
    ['SQLITE_CONSTRAINT_UNIQUE', 'UNIQUE constraint failed: user.username_key', 'user.username_key'],
    ['SQLITE_CONSTRAINT_PRIMARYKEY', 'UNIQUE constraint failed: follow.follower_id, follow.followed_id', 'PRIMARY'],
  ])('%s, "%s", is about %s', (code, message, key) => {
    expect(duplicateKey(wrapped({ code }, message))).toBe(key);
    expect(isDuplicate(wrapped({ code }, message))).toBe(true);
  });

  it('is no other constraint', () => {
    expect(isDuplicate(wrapped({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' }, 'FOREIGN KEY constraint failed'))).toBe(false);
  });
});
