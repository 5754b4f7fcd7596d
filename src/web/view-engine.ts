import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import Handlebars, { type HelperDelegate } from 'handlebars';
import { Pieces } from './pieces';
import { type LinkedTemplate, TemplateLinker } from './template-linker';

const EXTENSION = '.hbs';

type Template = ReturnType<typeof Handlebars.compile>;

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
  private templates: Templates;

  constructor(private readonly options: ViewEngineOptions) {
    this.templates = new Templates(options);
  }

  /** @throws Error for an unknown template, or one that fails: both are mistakes in the code */
  render(name: string, locals: object): string {
    const { template, about } = this.latest(name);
    return template(locals, { data: about });
  }

  /** The same in UTF-8. Helpers may place pieces that they keep (`@pieces`). @throws as `render` */
  renderBytes(name: string, locals: object): Buffer {
    const { template, about } = this.latest(name);
    const pieces = new Pieces();
    return pieces.into(template(locals, { data: { ...about, pieces } }));
  }

  /** Names of the templates in a folder, such as `mail/reset-password.html`. */
  names(folder: string): string[] {
    return this.templates.names.filter((name) => name.startsWith(folder));
  }

  /** Reads a template as far as it can be read without its values; else it would be read when it is first rendered. @throws Error for a fault in it */
  check(name: string): void {
    this.templates.link(name);
  }

  private latest(name: string): Page {
    if (!this.options.cache) this.templates = new Templates(this.options);
    return this.templates.page(name);
  }
}

/** A template that is ready to be rendered. */
interface Page {
  readonly template: Template;
  /** What its parts find under `@`. */
  readonly about: object;
}

/** The templates of a folder as they are now. Each is put together and compiled when it is first asked for. */
class Templates {
  readonly names: readonly string[];
  private readonly texts: ReadonlyMap<string, string>;
  private readonly parts: ReadonlyMap<string, string>;
  private readonly linker: TemplateLinker;
  // A private instance: helpers of one application are none of another's business.
  private readonly handlebars = Handlebars.create();
  private readonly compileOptions: CompileOptions;
  private readonly pages = new Map<string, Page>();
  private readonly partials = new Map<string, Template>();

  constructor({ folder, helpers }: ViewEngineOptions) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(EXTENSION));
    this.texts = new Map(files.map((file) => [templateName(file), readFileSync(join(folder, file), 'utf8')]));
    this.names = [...this.texts.keys()];
    this.parts = new Map(this.names.filter(isPart).map((name) => [partName(name), name]));
    this.linker = new TemplateLinker({ template: (name) => this.text(name), part: (name) => this.parts.get(name) });
    this.compileOptions = {
      knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
      // Then a name is looked up among the values alone, which is much faster, and a misspelt helper is a fault.
      knownHelpersOnly: true,
      preventIndent: true,
    };
    this.handlebars.registerHelper(helpers);
    for (const [part, name] of this.parts) this.handlebars.registerPartial(part, (...args) => this.partial(name)(...args));
  }

  page(name: string): Page {
    let page = this.pages.get(name);
    if (!page) {
      const { program, about } = this.link(name);
      this.pages.set(name, (page = { template: this.compiled(name, program), about }));
    }
    return page;
  }

  link(name: string): LinkedTemplate {
    return this.linker.link(name);
  }

  private partial(name: string): Template {
    let template = this.partials.get(name);
    if (!template) this.partials.set(name, (template = this.compiled(name, this.linker.linkPart(name))));
    return template;
  }

  private compiled(name: string, program: hbs.AST.Program): Template {
    // Plain text: a reader would see `&amp;` as it stands.
    return this.handlebars.compile(program, { ...this.compileOptions, noEscape: name.endsWith('.text') });
  }

  private text(name: string): string {
    const text = this.texts.get(name);
    if (text === undefined) throw new Error(`There is no template views/${name}${EXTENSION}`);
    return text;
  }
}

const templateName = (file: string): string => file.slice(0, -EXTENSION.length).split(sep).join('/');

const isPart = (name: string): boolean => name.split('/').includes('parts');

const partName = (name: string): string =>
  name
    .split('/')
    .filter((folder) => folder !== 'parts')
    .join('/');
