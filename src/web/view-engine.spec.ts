import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { HelperOptions } from 'handlebars';
import type { Pieces } from './pieces';
import { ViewEngine, type ViewEngineOptions } from './view-engine';

describe('the view engine', () => {
  let folder: string;

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'microblog-views-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(name: string, template: string): void {
    const file = join(folder, `${name}.hbs`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, template);
  }

  /** An engine for templates by their names. */
  function engineFor(templates: Readonly<Record<string, string>>, options: Partial<ViewEngineOptions> = {}): ViewEngine {
    for (const [name, template] of Object.entries(templates)) write(name, template);
    return new ViewEngine({ folder, helpers: {}, cache: true, ...options });
  }

  const rendered = (templates: Readonly<Record<string, string>>, locals: object = {}): string =>
    engineFor(templates).render('page', locals);

  describe('a block', () => {
    const base = '<{{#block "main"}}default{{/block}}>';
    const page = (mode: string): string => `{{#extend "base"}}{{#content "main"${mode}}}page{{/content}}{{/extend}}`;

    it('shows its default when the page leaves it alone', () => {
      expect(rendered({ base, page: '{{#extend "base"}}{{/extend}}' })).toBe('<default>');
    });

    it.each([
      ['', '<page>'],
      [' mode="replace"', '<page>'],
      [' mode="append"', '<defaultpage>'],
      [' mode="prepend"', '<pagedefault>'],
    ])('is filled in the way that the page says:%s', (mode, html) => {
      expect(rendered({ base, page: page(mode) })).toBe(html);
    });

    it('is filled in no other way', () => {
      expect(() => rendered({ base, page: page(' mode="apend"') })).toThrow('not apend');
    });

    it('may stand in a layout twice, and in a partial of it', () => {
      const templates = {
        base: '{{#block "title"}}{{/block}}|{{#block "title"}}{{/block}}|{{> nav}}',
        'parts/nav': '{{#block "title"}}{{/block}}',
        page: '{{#extend "base"}}{{#content "title"}}Home{{/content}}{{/extend}}',
      };

      expect(rendered(templates)).toBe('Home|Home|Home');
    });

    it('is not filled by what stands outside of every content', () => {
      expect(rendered({ base, page: '{{#extend "base"}}lost{{#content "other"}}lost{{/content}}{{/extend}}' })).toBe('<default>');
    });

    it('knows the values of the page, and those of the loop around the content', () => {
      const templates = {
        base: '{{#block "main"}}{{/block}}',
        page: '{{#extend "base"}}{{#content "main"}}{{#each items}}{{this}}{{@root.mark}}{{@index}} {{/each}}{{/content}}{{/extend}}',
      };

      expect(rendered(templates, { items: ['a', 'b'], mark: '#' })).toBe('a#0 b#1 ');
    });

    it('escapes what it is given, once', () => {
      const templates = {
        base: '{{#block "main"}}{{/block}}',
        page: '{{#extend "base"}}{{#content "main"}}<b>{{text}}</b>{{/content}}{{/extend}}',
      };

      expect(rendered(templates, { text: '<script>&' })).toBe('<b>&lt;script&gt;&amp;</b>');
    });
  });

  describe('a layout that extends another', () => {
    const base = 'head({{#block "head"}}base{{/block}}) main({{#block "main"}}base{{/block}})';

    it('fills blocks of the outer one, and has blocks of its own for the page', () => {
      const templates = {
        base,
        card: '{{#extend "base"}}{{#content "main"}}<div>{{#block "card"}}empty{{/block}}</div>{{/content}}{{/extend}}',
        page: '{{#extend "card"}}{{#content "card"}}page{{/content}}{{#content "head" mode="append"}}+page{{/content}}{{/extend}}',
      };

      expect(rendered(templates)).toBe('head(base+page) main(<div>page</div>)');
    });

    it('adds to a block before the page does: three levels, each in its order', () => {
      const templates = {
        base,
        middle: '{{#extend "base"}}{{#content "head" mode="append"}}+middle{{/content}}{{/extend}}',
        inner: '{{#extend "middle"}}{{#content "head" mode="prepend"}}inner+{{/content}}{{/extend}}',
        page: '{{#extend "inner"}}{{#content "head" mode="append"}}+page{{/content}}{{/extend}}',
      };

      expect(rendered(templates)).toBe('head(inner+base+middle+page) main(base)');
    });

    it('is replaced by the page, whatever it had put there', () => {
      const templates = {
        base,
        middle: '{{#extend "base"}}{{#content "head" mode="append"}}+middle{{/content}}{{/extend}}',
        page: '{{#extend "middle"}}{{#content "head"}}page{{/content}}{{/extend}}',
      };

      expect(rendered(templates)).toBe('head(page) main(base)');
    });

    it('knows what the page said about itself, at every level and in its parts', () => {
      const templates = {
        base: '{{> nav}} {{#block "main"}}{{/block}}',
        'parts/nav': '{{#if (eq @current "home")}}<b>Home</b>{{else}}Home{{/if}}',
        middle: '{{#extend "base"}}{{#content "main"}}{{@current}}{{/content}}{{/extend}}',
        page: '{{#extend "middle" current="home"}}{{/extend}}',
        other: '{{#extend "middle"}}{{/extend}}',
      };
      const engine = engineFor(templates, { helpers: { eq: (a: unknown, b: unknown) => a === b } });

      expect(engine.render('page', {})).toBe('<b>Home</b> home');
      expect(engine.render('other', {})).toBe('Home ');
    });

    it('is told nothing that only the values of a page would tell', () => {
      const page = '{{#extend "base" current=(and isSelf "profile")}}{{/extend}}';
      expect(() => rendered({ base, page })).toThrow('current= must be a word or a number');
    });

    it('may be used by a page that leaves all blocks alone', () => {
      const templates = {
        base,
        middle: '{{#extend "base"}}{{#content "head"}}middle{{/content}}{{/extend}}',
        page: '{{#extend "middle"}}{{/extend}}',
      };

      expect(rendered(templates)).toBe('head(middle) main(base)');
    });
  });

  describe('a partial', () => {
    it('is called by its path without the folder `parts`', () => {
      const templates = {
        'parts/icon': 'icon {{name}}',
        'posts/parts/post': 'post {{body}} {{> icon name="heart"}}',
        page: '{{> posts/post body="hi"}}',
      };

      expect(rendered(templates)).toBe('post hi icon heart');
    });

    it('is none outside of `parts`', () => {
      const templates = { 'posts/show': 'a page', page: '{{> posts/show}}' };

      expect(() => rendered(templates)).toThrow('posts/show');
    });

    it('may stand in itself, for what is nested', () => {
      const templates = {
        'parts/tree': '({{name}}{{#each branches}}{{> tree this}}{{/each}})',
        page: '{{#each trees}}{{> tree this}}{{/each}}',
      };
      const trees = [{ name: 'a', branches: [{ name: 'b', branches: [{ name: 'c' }] }] }];

      expect(rendered(templates, { trees })).toBe('(a(b(c)))');
    });

    it('has the values around it, or those that it is given', () => {
      const templates = {
        'parts/name': '{{name}}/{{@root.name}} ',
        page: '{{#each people}}{{> name}}{{> name this}}{{> name friend}}{{> name name="given"}}{{/each}}',
      };

      expect(rendered(templates, { name: 'root', people: [{ name: 'john', friend: { name: 'mary' } }] })).toBe(
        'john/root john/root mary/root given/root ',
      );
    });

    it('that is given values has no blocks: pages are put together before anybody knows them', () => {
      const templates = { 'parts/nav': '{{#block "title"}}{{/block}}', page: '{{> nav current="home"}}' };

      expect(() => rendered(templates)).toThrow('views/parts/nav.hbs has a block and is given values');
    });

    it('keeps the lines of a text area as they are: they are not indented', () => {
      const templates = { 'parts/box': '<textarea>{{text}}</textarea>', page: '<div>\n    {{> box}}\n</div>' };

      expect(rendered(templates, { text: 'one\ntwo' })).toBe('<div>\n    <textarea>one\ntwo</textarea></div>');
    });
  });

  it('uses the helpers that it is given, and no others', () => {
    const engine = engineFor({ page: '{{shout "hi"}}' }, { helpers: { shout: (text: string) => `${text}!` } });

    expect(engine.render('page', {})).toBe('hi!');
    expect(() => engineFor({ page: '{{whisper "hi"}}' }).render('page', {})).toThrow('unknown helper whisper');
  });

  it('renders the same as bytes, with the pieces that helpers place', () => {
    const place = (text: string, { data }: HelperOptions) =>
      (data as { pieces?: Pieces }).pieces?.place(Buffer.from(`<${text}>`)) ?? text;
    const templates = {
      base: '{{#block "main"}}{{/block}}',
      page: '{{#extend "base"}}{{#content "main"}}é {{place "🍣"}}{{/content}}{{/extend}}',
    };
    const engine = engineFor(templates, { helpers: { place } });

    expect(engine.renderBytes('page', {}).toString()).toBe('é <🍣>');
    expect(engine.render('page', {})).toBe('é 🍣');
  });

  it('reads nothing from the prototypes of its values', () => {
    expect(rendered({ page: '[{{constructor.name}}{{__proto__}}]' })).toBe('[]');
  });

  it('says which template there is not', () => {
    const engine = engineFor({ page: '{{#extend "layouts/none"}}{{/extend}}' });

    expect(() => engine.render('pgae', {})).toThrow('There is no template views/pgae.hbs');
    expect(() => engine.render('page', {})).toThrow('There is no template views/layouts/none.hbs');
    expect(() => engine.render('../page', {})).toThrow('There is no template');
  });

  it('reads its templates once, and while developing at each page', () => {
    const steady = engineFor({ page: 'old' });
    const fresh = engineFor({}, { cache: false });

    write('page', 'new');
    write('another', 'page');

    expect(steady.render('page', {})).toBe('old');
    expect(fresh.render('page', {})).toBe('new');
    expect(fresh.render('another', {})).toBe('page');
  });

  it('leaves files alone that are no templates', () => {
    writeFileSync(join(folder, 'readme.md'), '{{#if}}');

    expect(rendered({ page: 'page' })).toBe('page');
  });
});
