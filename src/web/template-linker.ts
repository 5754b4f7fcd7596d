import Handlebars from 'handlebars';

type Program = hbs.AST.Program;
type Statement = hbs.AST.Statement;
type BlockStatement = hbs.AST.BlockStatement;
type PartialStatement = hbs.AST.PartialStatement;

/** What a page, or a layout between it and the base, puts into a block; and whether in place of what stands there, after it or before it. */
interface Content {
  readonly mode: string;
  readonly body: readonly Statement[];
}

/** Contents by block; what stands nearer to the page comes later. */
type Contents = Readonly<Record<string, readonly Content[]>>;

/** A template in one piece. */
export interface LinkedTemplate {
  readonly program: Program;
  /** What it told the layout about itself, beside what it filled: `@current` in `{{#extend "layouts/base" current="home"}}`. */
  readonly about: object;
}

export interface TemplateSources {
  /** @returns the text of a template. @throws Error when there is none of that name */
  template(name: string): string;
  /** @returns the name of the template of a part; undefined when there is none */
  part(name: string): string | undefined;
}

/**
 * Puts a page, its layouts and its parts together before they are compiled, so that a page costs nothing at each request for having been written in many files.
 *
 * `extend`, `content` and `block` exist here alone: Handlebars never sees them. A part is put in its place where it is about what it stands in
 * (`{{> csrf}}`, `{{> posts/post this}}`); one that is given values stays a partial.
 */
export class TemplateLinker {
  private readonly programs = new Map<string, Program>();

  constructor(private readonly sources: TemplateSources) {}

  /** @throws Error for a fault in the template, or a layout that does not exist */
  link(name: string): LinkedTemplate {
    const { body, about } = this.assembled(name, {});
    return { program: programOf(body), about };
  }

  /** A part that is given values. They are not known yet, so it is no place for blocks. @throws Error for one that has any */
  linkPart(name: string): Program {
    return programOf(this.filled(this.parsed(name).body, undefined, [name]));
  }

  /** A template with the blocks filled that it has, or that a layout of its has. */
  private assembled(name: string, filled: Contents): { readonly body: Statement[]; readonly about: object } {
    const { body } = this.parsed(name);
    const extension = body.find((statement) => isBlock(statement, 'extend'));
    if (!extension) return { body: this.filled(body, filled, [name]), about: {} };
    const layout = this.assembled(firstWord(extension), merge(contentsOf(extension), filled));
    return { body: layout.body, about: { ...layout.about, ...valuesOf(extension.hash) } };
  }

  private parsed(name: string): Program {
    let program = this.programs.get(name);
    if (!program) this.programs.set(name, (program = Handlebars.parse(this.sources.template(name))));
    return program;
  }

  /**
   * @param contents undefined where there can be none
   * @param inside the templates that these statements stand in, each within the one before: a part that stands in itself stays a partial
   */
  private filled(body: readonly Statement[], contents: Contents | undefined, inside: readonly string[]): Statement[] {
    return body.flatMap((statement) => {
      if (isBlock(statement, 'block')) {
        if (!contents) throw new Error(`views/${inside.at(-1)}.hbs has a block and is given values: no page could fill it`);
        return this.filled(blockBody(statement, contents), contents, inside);
      }
      if (statement.type === 'BlockStatement') {
        const { program, inverse, ...rest } = statement as BlockStatement;
        const fill = (of: Program | undefined) => of && { ...of, body: this.filled(of.body, contents, inside) };
        return [{ ...rest, program: fill(program), inverse: fill(inverse) } as BlockStatement];
      }
      if (!isInPlace(statement)) return [statement];
      const part = this.sources.part(nameOf(statement.name));
      if (part === undefined || inside.includes(part)) return [statement];
      return [textOf(statement.indent), ...this.filled(this.parsed(part).body, contents, [...inside, part])];
    });
  }
}

const programOf = (body: Statement[]): Program =>
  ({ type: 'Program', body, blockParams: [], strip: {}, loc: body[0]?.loc }) as unknown as Program;

function contentsOf({ program }: BlockStatement): Contents {
  const contents: Record<string, Content[]> = {};
  for (const statement of program.body) {
    if (!isBlock(statement, 'content')) continue;
    const { mode = 'replace' } = valuesOf(statement.hash) as { mode?: string };
    contents[firstWord(statement)] = [{ mode, body: statement.program.body }];
  }
  return contents;
}

function merge(outer: Contents, inner: Contents): Contents {
  const merged: Record<string, readonly Content[]> = { ...outer };
  for (const [name, contents] of Object.entries(inner)) merged[name] = [...(outer[name] ?? []), ...contents];
  return merged;
}

function blockBody(block: BlockStatement, contents: Contents): readonly Statement[] {
  let body: readonly Statement[] = block.program.body;
  for (const { mode, body: added } of contents[firstWord(block)] ?? []) {
    if (mode === 'append') body = [...body, ...added];
    else if (mode === 'prepend') body = [...added, ...body];
    else if (mode === 'replace') body = added;
    else throw new Error(`A block is filled by append, prepend or replace, not ${mode}`);
  }
  return body;
}

const nameOf = (path: unknown): string => String((path as hbs.AST.PathExpression).original);

const isBlock = (statement: Statement, helper: string): statement is BlockStatement =>
  statement.type === 'BlockStatement' && nameOf((statement as BlockStatement).path) === helper;

/** A partial that is about what it stands in: it is given nothing, or `this`. */
function isInPlace(statement: Statement): statement is PartialStatement {
  if (statement.type !== 'PartialStatement') return false;
  const { hash, params } = statement as PartialStatement;
  return (
    hash === undefined && params.every((param) => param.type === 'PathExpression' && isThis(param as hbs.AST.PathExpression))
  );
}

const isThis = ({ data, depth, parts }: hbs.AST.PathExpression): boolean => !data && depth === 0 && parts.length === 0;

const textOf = (value: string): Statement => ({ type: 'ContentStatement', value, original: value }) as unknown as Statement;

/** What `extend`, `content` and `block` are about. */
const firstWord = ({ params }: BlockStatement): string => String((params[0] as hbs.AST.StringLiteral).value);

/** They are known before the page is. @throws Error for one that is not written there */
const valuesOf = (hash: hbs.AST.Hash | undefined) =>
  Object.fromEntries(
    (hash?.pairs ?? []).map(({ key, value }) => {
      if (!value.type.endsWith('Literal'))
        throw new Error(`${key}= must be a word or a number: it is read before there are values`);
      return [key, (value as hbs.AST.StringLiteral).value];
    }),
  );
