import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import Handlebars, { type HelperDelegate, type HelperOptions } from 'handlebars';
import { Pieces } from './pieces';

type Template = ReturnType<typeof Handlebars.compile>;
type Mode = 'replace' | 'append' | 'prepend';

/** What a page, or a layout between it and the base, puts into a block. */
interface Content {
  readonly mode: Mode;
  readonly render: () => string;
}

/** Blocks by name; what stands nearer to the page comes later. */
type Contents = Record<string, Content[]>;

export interface ViewEngineOptions {
  /** Absolute path of the templates. */
  readonly folder: string;
  readonly helpers: Readonly<Record<string, HelperDelegate>>;
  /** False reads the templates anew at each page, for development. */
  readonly cache: boolean;
}

/**
 * Handlebars with layouts. A page extends a layout and fills its blocks, in place of what stands there, after it or before it:
 *
 *     {{#extend "layouts/base"}}{{#content "head" mode="append"}}…{{/content}}{{/extend}}
 *
 * and the layout says `{{#block "head"}}what stands there by default{{/block}}`. A layout may itself extend another one, and knows what else
 * `extend` was told: `{{#extend "layouts/base" current="home"}}` is `@current` there. Every file in a folder `parts` is a partial by its path
 * without that folder: `posts/parts/post.hbs` is `{{> posts/post}}`.
 */
export class ViewEngine {
  private templates: ReadonlyMap<string, Template>;

  constructor(private readonly options: ViewEngineOptions) {
    this.templates = this.load();
  }

  /** @throws Error for an unknown template, or one that fails: both are mistakes in the code */
  render(name: string, locals: object): string {
    return this.latest(name)(locals);
  }

  /** The same in UTF-8. Helpers may place pieces that they keep (`@pieces`). @throws as `render` */
  renderBytes(name: string, locals: object): Buffer {
    const pieces = new Pieces();
    return pieces.into(this.latest(name)(locals, { data: { pieces } }));
  }

  /** Names of the templates in a folder, such as `mail/reset-password.html`. */
  names(folder: string): string[] {
    return [...this.templates.keys()].filter((name) => name.startsWith(folder));
  }

  /** Reads a template as far as it can be read without its values; else it would be read when it is first rendered. @throws Error for a fault in it */
  check(name: string): void {
    Handlebars.parse(readFileSync(join(this.options.folder, `${name}.hbs`), 'utf8'));
  }

  private latest(name: string): Template {
    if (!this.options.cache) this.templates = this.load();
    return this.template(name);
  }

  private template(name: string): Template {
    const template = this.templates.get(name);
    if (!template) throw new Error(`There is no template views/${name}.hbs`);
    return template;
  }

  private load(): ReadonlyMap<string, Template> {
    // A private instance: helpers of one application are none of another's business.
    const handlebars = Handlebars.create();
    const helpers = { ...this.options.helpers, ...this.layoutHelpers() };
    handlebars.registerHelper(helpers);
    const knownHelpers = Object.fromEntries(Object.keys(helpers).map((name) => [name, true]));
    const templates = new Map<string, Template>();
    for (const file of readdirSync(this.options.folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.hbs')) continue;
      const template = handlebars.compile(readFileSync(join(this.options.folder, file), 'utf8'), {
        knownHelpers,
        // Then a name is looked up among the values alone, which is much faster, and a misspelt helper is a fault.
        knownHelpersOnly: true,
        preventIndent: true,
        // Plain text: a reader would see `&amp;` as it stands.
        noEscape: file.endsWith('.text.hbs'),
      });
      const name = file.slice(0, -'.hbs'.length).split(sep);
      if (name.includes('parts')) handlebars.registerPartial(name.filter((part) => part !== 'parts').join('/'), template);
      templates.set(name.join('/'), template);
    }
    return templates;
  }

  private layoutHelpers(): Record<string, HelperDelegate> {
    // The layout is looked up when a page is rendered: by then every template is loaded.
    const layoutOf = (name: string): Template => this.template(name);
    return {
      extend(this: object, layout: string, options: HelperOptions) {
        const frame = Handlebars.createFrame(options.data as object) as { contents?: Contents; collected?: Contents };
        const collected: Contents = {};
        options.fn(this, { data: { ...frame, collected } });
        const contents = merge(collected, frame.contents);
        const data = { ...frame, ...(options.hash as object), contents, collected: undefined };
        return new Handlebars.SafeString(layoutOf(layout)(this, { data }));
      },

      content(this: object, block: string, options: HelperOptions) {
        const { collected } = options.data as { collected: Contents };
        const { mode = 'replace' } = options.hash as { mode?: Mode };
        collected[block] = [{ mode, render: () => options.fn(this) }];
      },

      block(this: object, name: string, options: HelperOptions) {
        const { contents } = options.data as { contents?: Contents };
        let text = (): string => options.fn(this);
        for (const { mode, render } of contents?.[name] ?? []) text = combined(mode, text, render);
        return new Handlebars.SafeString(text());
      },
    };
  }
}

function merge(outer: Contents, inner: Contents = {}): Contents {
  const merged: Contents = { ...outer };
  for (const [name, contents] of Object.entries(inner)) merged[name] = [...(outer[name] ?? []), ...contents];
  return merged;
}

function combined(mode: Mode, standing: () => string, added: () => string): () => string {
  switch (mode) {
    case 'append':
      return () => standing() + added();
    case 'prepend':
      return () => added() + standing();
    case 'replace':
      return added;
  }
}
