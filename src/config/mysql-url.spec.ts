import { mysqlPlace, parseMysqlUrl } from './mysql-url';

const PLAIN = 'mysql://blog:s%40crt@db.example/blog';

describe('the address of a MySQL server', () => {
  it('says where it is and who asks', () => {
    const server = parseMysqlUrl('mysql://blog:s%40crt@[::1]:3307/my%20blog');

    expect(server).toEqual({
      host: '::1',
      port: 3307,
      socket: undefined,
      user: 'blog',
      password: 's@crt',
      database: 'my blog',
      sslMode: 'DISABLED',
      sslCa: undefined,
    });
  });

  it('needs no port, and may be a socket', () => {
    expect(mysqlPlace(PLAIN)).toBe('db.example:3306');
    expect(mysqlPlace(`${PLAIN}?socket=/run/mysqld/mysqld.sock`)).toBe('/run/mysqld/mysqld.sock');
  });

  it.each([
    ['', 'DISABLED', undefined],
    ['?ssl-mode=required', 'REQUIRED', undefined],
    ['?ssl-mode=VERIFY_IDENTITY', 'VERIFY_IDENTITY', undefined],
    // As MySQL's own clients take it: who names an authority wants it asked.
    [`?ssl-ca=${__filename}`, 'VERIFY_CA', __filename],
    [`?ssl-ca=${__filename}&ssl-mode=VERIFY_IDENTITY`, 'VERIFY_IDENTITY', __filename],
  ])('with "%s" keeps what is said as secret as %s does', (parameters, sslMode, sslCa) => {
    expect(parseMysqlUrl(PLAIN + parameters)).toMatchObject({ sslMode, sslCa });
  });

  it.each(['mysql://blog@10.0.0.7/blog', 'mysql://blog@[::1]/blog', 'mysql://blog@localhost/blog?socket=/run/mysqld.sock'])(
    'knows no identity of %s',
    (address) => {
      const url = new URL(address);
      url.searchParams.set('ssl-mode', 'VERIFY_IDENTITY');

      expect(() => parseMysqlUrl(url.href)).toThrow('needs the name of the host');
    },
  );

  it.each([
    ['sslmode=require', 'takes socket, ssl-mode, ssl-ca behind the question mark, once each'],
    ['ssl-mode=REQUIRED&ssl-mode=DISABLED', 'takes socket, ssl-mode, ssl-ca behind the question mark, once each'],
    ['ssl-mode=on', 'has an ssl-mode that is none of DISABLED, REQUIRED, VERIFY_CA, VERIFY_IDENTITY'],
    ['ssl-mode=', 'has an ssl-mode that is none of DISABLED, REQUIRED, VERIFY_CA, VERIFY_IDENTITY'],
    ['ssl-ca=/no/such/file.pem', 'has an ssl-ca that is no file that can be read'],
    ['socket=mysqld.sock', 'has a socket that is no absolute path'],
  ])('refuses "%s", which would be something else than was meant', (parameters, problem) => {
    expect(() => parseMysqlUrl(`${PLAIN}?${parameters}`)).toThrow(problem);
  });
});
