import { resolve } from 'node:path';
import { reader } from '../../test/support/test-config';
import { DatabaseConfig } from './database.config';

const read = reader(DatabaseConfig);

describe('the database', () => {
  it('is by default an SQLite file in the data folder', () => {
    const { config: database, faults } = read({ DATA_DIR: 'some/data' });

    expect(faults).toEqual([]);
    expect(database).toMatchObject({ kind: 'sqlite', file: resolve('some/data/microblog.sqlite'), url: '', poolSize: 10 });
  });

  it.each([
    ['sqlite:blog.db', resolve('blog.db')],
    ['sqlite:/var/lib/blog.db', '/var/lib/blog.db'],
    ['sqlite::memory:', ':memory:'],
  ])('may be the SQLite file of %s', (url, file) => {
    const { config: database, faults } = read({ DATABASE_URL: url });

    expect(faults).toEqual([]);
    expect(database).toMatchObject({ kind: 'sqlite', file });
  });

  it.each(['mysql://root@127.0.0.1/blog', 'mysql://blog:s%40crt@db.example:3307/blog', 'mysql://[::1]/blog'])(
    'may be the MySQL database of %s',
    (url) => {
      const { config: database, faults } = read({ DATABASE_URL: url });

      expect(faults).toEqual([]);
      expect(database).toMatchObject({ kind: 'mysql', url, file: '' });
    },
  );

  it('may have copies, of MySQL', () => {
    const [DATABASE_URL, one, other] = ['mysql://root@db/blog', 'mysql://reader@one/blog', 'mysql://reader@other/blog'];

    expect(read({ DATABASE_URL }).config.replicaUrls).toEqual([]);
    expect(read({ DATABASE_URL, DATABASE_REPLICA_URLS: `${one}, ${other}` })).toMatchObject({
      config: { replicaUrls: [one, other] },
      faults: [],
    });
    for (const wrong of ['x', 'sqlite:blog.db', 'mysql://one', `${one},mysql://`, `${one},${other}?ssl-mode=x`]) {
      expect(read({ DATABASE_URL, DATABASE_REPLICA_URLS: wrong }).faults).toEqual(['DATABASE_REPLICA_URLS']);
    }
    expect(read({ DATABASE_REPLICA_URLS: one }).faults).toEqual(['DATABASE_REPLICA_URLS']);
  });

  it.each([
    'mysql://blog:100%@db.example/blog',
    'blog.db',
    'sqlite:',
    'mysql:',
    'mysql://',
    'mysql:///blog',
    'mysql://db.example',
    'mysql://db.example/',
    'mysql://db.example/blog?sslmode=require',
    'postgres://db.example/blog',
    'mysqlite:blog',
  ])('cannot be %s', (url) => {
    expect(read({ DATABASE_URL: url }).faults).toEqual(['DATABASE_URL']);
  });

  it('has as many connections as the operator says, one at least', () => {
    expect(read({ DATABASE_POOL: '25' }).config.poolSize).toBe(25);
    expect(read({ DATABASE_POOL: '0' }).faults).toEqual(['DATABASE_POOL']);
  });
});
