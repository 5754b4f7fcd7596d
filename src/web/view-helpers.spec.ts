import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Translator } from '../i18n/translator';
import type { UrlArgs, UrlFor, UrlOptions } from '../routing/url-for';
import type { Assets } from './assets';
import { ViewEngine } from './view-engine';
import { viewHelpers } from './view-helpers';

const told = (...parts: unknown[]): string => parts.map((part) => JSON.stringify(part)).join(' ');
const translator = { t: (locale: string, key: string, args?: object) => told(locale, key, args) } as Translator;
const urls = { path: (route: string, args: UrlArgs, options: UrlOptions) => told(route, args, options) } as UrlFor;
const assets = { url: (path: string, options: UrlOptions) => told(path, options.absolute) } as Assets;

describe('a helper of the templates:', () => {
  let folder: string;

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'microblog-helpers-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  function rendered(template: string, locals: object = {}, cache = true): string {
    writeFileSync(join(folder, 'page.hbs'), template);
    const engine = new ViewEngine({ folder, helpers: viewHelpers({ translator, urls, assets, cache }), cache });
    const root = { locale: { code: 'es' }, now: new Date('2026-11-22T18:30:00Z') };
    return engine.render('page', { ...root, ...locals }).replaceAll('&quot;', '"');
  }

  it.each([
    { cache: true, drawn: 'john john mary' },
    { cache: false, drawn: 'john JOHN mary' },
  ])('cached keeps a piece by what is named (kept: $cache)', ({ cache, drawn }) => {
    const people = [
      { id: 1, shown: 'john' },
      { id: 1, shown: 'JOHN' },
      { id: 2, shown: 'mary' },
    ];
    expect(rendered('{{#each people}}{{#cached "name" id}}{{shown}}{{/cached}} {{/each}}', { people }, cache).trim()).toBe(drawn);
  });

  it('cached keeps one piece inside of another, in a page and in a text', () => {
    const template = '{{#each people}}{{#cached "row" id}}<{{#cached "name" id}}{{shown}}{{/cached}}>{{/cached}}{{/each}}';
    writeFileSync(join(folder, 'page.hbs'), template);
    const engine = new ViewEngine({ folder, helpers: viewHelpers({ translator, urls, assets, cache: true }), cache: true });
    const page = (shown: string) => ({ locale: { code: 'es' }, people: [{ id: 1, shown }, { id: 1 }, { id: 2, shown: 'mary' }] });

    expect(engine.renderBytes('page', page('john')).toString()).toBe('<john><john><mary>');
    expect(engine.renderBytes('page', page('JOHN')).toString()).toBe('<john><john><mary>');
    expect(engine.render('page', page('JOHN'))).toBe('<john><john><mary>');
  });

  it.each([
    { name: 'x'.repeat(501), text: 'short' },
    { name: 'short', text: 'x'.repeat(9_000) },
  ])('cached keeps neither what has a long name nor what is long itself', ({ name, text }) => {
    const people = [
      { name, shown: `1${text}` },
      { name, shown: `2${text}` },
    ];
    expect(rendered('{{#each people}}{{#cached name}}{{shown}}{{/cached}}{{/each}}', { people })).toBe(`1${text}2${text}`);
  });

  it('t translates into the language of the page, also inside of a loop', () => {
    expect(rendered('{{t "site.name"}}')).toBe('"es" "site.name" ');
    expect(rendered('{{#each people}}{{t "profiles.show.posts" count=@index}}{{/each}}', { people: ['john'] })).toBe(
      '"es" "profiles.show.posts" {"count":0}',
    );
  });

  it('t escapes its values', () => {
    expect(rendered('{{t "site.name" username=name}}', { name: '<script>' })).toContain('&lt;script&gt;');
  });

  it('urlFor takes the arguments of a route, and one of its own', () => {
    expect(rendered('{{urlFor "profiles.show" username="john"}}')).toBe('"profiles.show" {"username":"john"} {"absolute":false}');
    expect(rendered('{{urlFor "timeline.home" absolute=true}}')).toBe('"timeline.home" {} {"absolute":true}');
  });

  it('asset names a file', () => {
    expect(rendered('{{asset "css/microblog.css"}}')).toBe('"css/microblog.css" ');
    expect(rendered('{{asset "img/logo.png" absolute=true}}')).toBe('"img/logo.png" true');
  });

  it('time shows a moment, exact for machines and on hover', () => {
    const html = rendered('{{time at}}', { at: '2026-11-22T18:28:00.123Z' });

    expect(html).toMatch(/^<time datetime="2026-11-22T18:28:00.123Z" data-format="relative" title="22 de noviembre de 2026.*">/);
    expect(html).toMatch(/>hace 2 minutos<\/time>$/);
    expect(rendered('{{time at format="short"}}', { at: '2026-11-22T18:28:00Z' })).toContain('data-format="short"');
    expect(rendered('{{time at format="short"}}', { at: '2026-11-22T18:28:00Z' })).toContain('>22 nov 2026<');
  });

  it('number groups digits as the reader does', () => {
    expect(rendered('{{number n}}', { n: 1_234_567 })).toBe('1.234.567');
  });

  it('eq compares', () => {
    expect(rendered('{{#if (eq a "x")}}yes{{else}}no{{/if}}', { a: 'x' })).toBe('yes');
    expect(rendered('{{#if (eq a "1")}}yes{{else}}no{{/if}}', { a: 1 })).toBe('no');
  });

  it('and picks a value, or none', () => {
    expect(rendered('[{{and isSelf "profile"}}]', { isSelf: true })).toBe('[profile]');
    expect(rendered('{{#if (and isSelf "profile")}}yes{{else}}no{{/if}}', { isSelf: false })).toBe('no');
  });
});
