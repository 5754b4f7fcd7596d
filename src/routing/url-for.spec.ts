import { testConfig } from '../../test/support/test-config';
import type { RouteRegistry } from './route-registry';
import { UrlFor } from './url-for';

const PATHS: Readonly<Record<string, string>> = {
  home: '/',
  explore: '/explore',
  show: '/user/:username',
  popup: '/user/:username/popup',
  avatar: '/avatar/:key.svg',
};

const routes = {
  get(name: string) {
    const path = PATHS[name];
    if (path === undefined) throw new Error(`There is no route named ${name}`);
    return { name, method: 'GET', path };
  },
} as RouteRegistry;

const urlsAt = (baseUrl: string): UrlFor => new UrlFor(routes, testConfig({ BASE_URL: baseUrl }).http);

describe('the address of a route', () => {
  const urls = urlsAt('https://blog.example');

  it('has its arguments where its path has a place for them', () => {
    expect(urls.path('home')).toBe('/');
    expect(urls.path('show', { username: 'susan' })).toBe('/user/susan');
    expect(urls.path('popup', { username: 'susan' })).toBe('/user/susan/popup');
    expect(urls.path('avatar', { key: 7 })).toBe('/avatar/7.svg');
  });

  it('has the other arguments as its query, without those that are not there', () => {
    expect(urls.path('show', { username: 'susan', before: 7, after: undefined })).toBe('/user/susan?before=7');
    expect(urls.path('explore', { q: '', page: 0, deep: false, next: null })).toBe('/explore?q=&page=0&deep=false');
  });

  it('lets no argument out of its place', () => {
    expect(urls.path('show', { username: '../a/b?c#d' })).toBe('/user/..%2Fa%2Fb%3Fc%23d');
    expect(urls.path('explore', { q: 'a&b=c #ñ🍣' })).toBe('/explore?q=a%26b%3Dc%20%23%C3%B1%F0%9F%8D%A3');
    expect(urls.path('explore', { 'a&b': 1 })).toBe('/explore?a%26b=1');
  });

  it('is not made without an argument of its path', () => {
    expect(() => urls.path('show')).toThrow('The route show needs the argument username');
    expect(() => urls.path('show', { username: undefined })).toThrow('The route show needs the argument username');
    expect(() => urls.path('show', { username: null })).toThrow('The route show needs the argument username');
    expect(() => urls.path('show', { name: 'susan' })).toThrow('The route show needs the argument username');
  });

  it('is not made of a name that no route has', () => {
    expect(() => urls.path('shwo', { username: 'susan' })).toThrow('There is no route named shwo');
  });

  it('is made anew for each set of arguments', () => {
    expect(urls.path('show', { username: 'john', before: 1 })).toBe('/user/john?before=1');
    expect(urls.path('show', { username: 'mary' })).toBe('/user/mary');
  });

  it('may have scheme and host', () => {
    expect(urls.path('show', { username: 'susan' }, { absolute: true })).toBe('https://blog.example/user/susan');
    expect(urls.raw('/assets/logo.png', { absolute: true })).toBe('https://blog.example/assets/logo.png');
  });
});

describe('the address of a route of a site below a prefix', () => {
  const urls = urlsAt('https://example.com/micro/blog/');

  it('begins with the prefix', () => {
    expect(urls.path('home')).toBe('/micro/blog/');
    expect(urls.path('show', { username: 'susan' })).toBe('/micro/blog/user/susan');
    expect(urls.raw('/assets/logo.png')).toBe('/micro/blog/assets/logo.png');
  });

  it('has it once when it has scheme and host', () => {
    expect(urls.path('explore', { before: 7 }, { absolute: true })).toBe('https://example.com/micro/blog/explore?before=7');
    expect(urls.raw('/assets/logo.png', { absolute: true })).toBe('https://example.com/micro/blog/assets/logo.png');
  });
});

it('follows the port on which a server without BASE_URL came to listen', () => {
  const { http } = testConfig({ PORT: '0' });
  const urls = new UrlFor(routes, http);
  http.listensOn(41234);

  expect(urls.path('explore', {}, { absolute: true })).toBe('http://127.0.0.1:41234/explore');
});
