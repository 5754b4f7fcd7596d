import { type DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Code } from '../../src/commands/translate/workshop/code';
import { sourcesIn } from '../../src/commands/translate/workshop/sources';
import { callsInTemplates } from '../../src/commands/translate/workshop/templates';
import { projectRoot } from '../../src/common/project-root';
import { type Route, RouteRegistry } from '../../src/routing/route-registry';
import type { UrlFor } from '../../src/routing/url-for';
import { Assets } from '../../src/web/assets';
import { testConfig } from '../support/test-config';
import { classesIn, filesIn, textOf, unknown, unused, type Use } from './files';

const code = new Code(sourcesIn(projectRoot(), 'src', '.ts').filter(({ path }) => !path.endsWith('.spec.ts')));
const calls = callsInTemplates(sourcesIn(projectRoot(), 'views', '.hbs'));
const givenTo = (...helpers: string[]): typeof calls => calls.filter(({ helper }) => helpers.includes(helper));
/** Without those that are put together when the program runs. */
const certain = <T extends { readonly name: string }>(uses: readonly T[]): T[] => uses.filter(({ name }) => !name.includes('*'));
const named = (names: readonly string[], where: string): Use[] => names.map((name) => ({ name, where }));

describe('the routes', () => {
  let routes: ReadonlyMap<string, Route>;

  beforeAll(async () => {
    const controllers = (await classesIn('controller.ts')).map(({ type }) => ({ metatype: type }));
    const discovery = { getControllers: () => controllers } as unknown as DiscoveryService;
    routes = new RouteRegistry(discovery, new MetadataScanner()).all();
  });

  it('exist, to which templates link', () => {
    expect(unknown(givenTo('urlFor'), routes)).toEqual([]);
  });

  it('exist, to which the code links', () => {
    const uses = certain(code.givenTo({ redirect: 0, path: 0, link: 1, back: 1 }));

    expect(uses.length).toBeGreaterThan(10);
    expect(unknown(uses, routes)).toEqual([]);
  });

  it('are given by the templates what their paths have a place for', () => {
    const wrong = givenTo('urlFor').filter(({ name, args }) => {
      const places = [...(routes.get(name)?.path ?? '').matchAll(/:([A-Za-z]+)/g)].map(([, place = '']) => place);
      return !places.every((place) => args.includes(place));
    });

    expect(wrong.map(({ where, name }) => `${where}: ${name}`)).toEqual([]);
  });
});

describe('the templates', () => {
  const all = filesIn('views', '.hbs').map((file) => file.slice(0, -'.hbs'.length));
  const partials = new Set(all.filter(isPartial).map((name) => name.replace('parts/', '')));
  const pages = new Set(all.filter((name) => !isPartial(name)));

  /** Their names are made of the relation. */
  const followLists = named(
    ['followers', 'following', 'own-followers', 'own-following'].map((name) => `profiles/${name}`),
    'src/profiles/profiles.controller.ts',
  );
  /** A mail has two parts. */
  const mails = certain(code.inProperties('template')).flatMap(({ name, where }) =>
    named([`${name}.html`, `${name}.text`], where),
  );
  const shown = [...givenTo('extend'), ...certain(code.givenTo({ page: 0, render: 0 })), ...followLists, ...mails];

  it('have the parts that they include, and no others', () => {
    expect(unknown(givenTo('>'), partials)).toEqual([]);
    expect(unused(partials, givenTo('>'))).toEqual([]);
  });

  it('are those that the code shows and other templates extend, and no others', () => {
    expect(unknown(shown, pages)).toEqual([]);
    expect(unused(pages, shown)).toEqual([]);
  });

  it('fill blocks that there are', () => {
    const blocks = new Set(givenTo('block').map(({ name }) => name));

    expect(unknown(givenTo('content'), blocks)).toEqual([]);
  });

  it('say by names that the navigation has where they stand in it', () => {
    const entries = [...textOf('views/parts/site-nav.hbs').matchAll(/aria-current name="(\w+)"/g)].map(([, name]) => name);
    const places = all.flatMap((name) =>
      [...textOf('views', `${name}.hbs`).matchAll(/#extend .* (?:current|within)=.*"(\w+)"\)?\}\}/g)].map(([, entry]) => entry),
    );

    expect(places.length).toBeGreaterThan(30);
    expect(new Set(places)).toEqual(new Set(entries));
  });

  it('escape whatever they show: never three braces, never an ampersand', () => {
    expect(all.filter((name) => /\{\{(\{|&)/.test(textOf('views', `${name}.hbs`)))).toEqual([]);
  });

  it('have nothing inline that the content security policy would stop', () => {
    const inline = /<style|<script(?![^>]* src=)|\sstyle=|\son[a-z]+=|javascript:/i;

    // Mail programs know no style sheets but that.
    const pagesAlone = all.filter((name) => name !== 'layouts/mail.html');
    expect(pagesAlone.filter((name) => inline.test(textOf('views', `${name}.hbs`)))).toEqual([]);
  });
});

function isPartial(name: string): boolean {
  return name.split('/').includes('parts');
}

describe('the files that templates name', () => {
  it('exist', () => {
    const urls = { raw: (path: string) => path } as UrlFor;
    const assets = new Assets(urls, testConfig().app);

    for (const { name } of givenTo('asset')) expect(assets.url(name)).toContain(name);
  });

  it('hold the icons that templates show, and no others', () => {
    const icons = new Set([...textOf('public/img/icons.svg').matchAll(/ id="([\w-]+)"/g)].map(([, id = '']) => id));

    expect(unknown(givenTo('icon'), icons)).toEqual([]);
    expect(unused(icons, givenTo('icon'))).toEqual([]);
  });
});
