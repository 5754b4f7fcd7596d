import { availableParallelism } from 'node:os';
import express from 'express';
import { reader } from '../../test/support/test-config';
import { HttpConfig } from './http.config';

const read = reader(HttpConfig);

describe('the address of the site', () => {
  it('is by default the one on which the server listens, for this machine only', () => {
    const { config: http, faults } = read();

    expect(faults).toEqual([]);
    expect(http).toMatchObject({ host: '127.0.0.1', port: 3000, pathPrefix: '', isHttps: false });
    expect(http.baseUrl).toBe('http://127.0.0.1:3000');
    expect(http.origin).toBe('http://127.0.0.1:3000');
  });

  it('follows the port that the system chose', () => {
    const { config: http } = read({ PORT: '0' });
    http.listensOn(41234);

    expect(http.baseUrl).toBe('http://127.0.0.1:41234');
    expect(http.origin).toBe('http://127.0.0.1:41234');
  });

  it('knows how to write an IPv6 address, and to leave out the usual port', () => {
    expect(read({ HOST: '::1', PORT: '3000' }).config.baseUrl).toBe('http://[::1]:3000');
    expect(read({ HOST: 'localhost', PORT: '80' }).config.baseUrl).toBe('http://localhost');
  });

  it('is BASE_URL where that is given, whatever the server listens on', () => {
    const { config: http } = read({ BASE_URL: 'https://Blog.Example/', PORT: '0' });
    http.listensOn(41234);

    expect(http.baseUrl).toBe('https://blog.example');
    expect(http.origin).toBe('https://blog.example');
    expect(http.pathPrefix).toBe('');
    expect(http.isHttps).toBe(true);
  });

  it.each(['http://example.com:8080/micro/blog', 'http://example.com:8080/micro/blog//'])(
    'keeps the path of %s as a prefix, without a slash at its end',
    (url) => {
      const { config: http } = read({ BASE_URL: url });

      expect(http.pathPrefix).toBe('/micro/blog');
      expect(http.baseUrl).toBe('http://example.com:8080/micro/blog');
      expect(http.origin).toBe('http://example.com:8080');
      expect(http.isHttps).toBe(false);
    },
  );

  it.each(['blog.example', '/blog', 'ftp://blog.example', 'javascript:alert(1)', 'http://'])('cannot be %s', (url) => {
    expect(read({ BASE_URL: url }).faults).toEqual(['BASE_URL']);
  });

  it.each(['a b', 'http://a', 'a/b', 'localhost:80'])('cannot have the host %s', (host) => {
    expect(read({ HOST: host }).faults).toEqual(['HOST']);
  });

  it.each(['-1', '65536', '80.5', 'http', '0x50'])('cannot have the port %s', (port) => {
    expect(read({ PORT: port }).faults).toEqual(['PORT']);
  });
});

describe('the trusted proxies', () => {
  it.each([
    [undefined, false],
    ['false', false],
    ['0', false],
    ['2', 2],
    ['10.0.0.1', '10.0.0.1'],
    ['loopback, 10.0.0.0/8,fd00::/8', 'loopback, 10.0.0.0/8,fd00::/8'],
  ])('are, for %j, %j', (text, trusted) => {
    const { config: http, faults } = read(text === undefined ? {} : { TRUST_PROXY: text });

    expect(faults).toEqual([]);
    expect(http.trustProxy).toBe(trusted);
    expect(() => express().set('trust proxy', http.trustProxy)).not.toThrow();
  });

  it.each([
    'true',
    'yes',
    '-1',
    '10.0.0.256',
    '10.0.0.0/33',
    '10.0.0.0/0',
    '::1/129',
    'proxy.example',
    '10.0.0.1,',
    '10.0.0.1 10.0.0.2',
  ])('are never %s', (text) => {
    expect(read({ TRUST_PROXY: text }).faults).toEqual(['TRUST_PROXY']);
  });
});

describe('the number of web processes', () => {
  it('is one, and in production one a core', () => {
    expect(read().config.concurrency).toBe(1);
    expect(read({ NODE_ENV: 'production' }).config.concurrency).toBe(availableParallelism());
  });

  it('is what the operator says, from 1 to 64', () => {
    expect(read({ NODE_ENV: 'production', WEB_CONCURRENCY: '3' }).config.concurrency).toBe(3);
    expect(read({ WEB_CONCURRENCY: '0' }).faults).toEqual(['WEB_CONCURRENCY']);
    expect(read({ WEB_CONCURRENCY: '65' }).faults).toEqual(['WEB_CONCURRENCY']);
  });
});
