import Handlebars from 'handlebars';
import type { Source } from './sources';

/** `{{t "site.name" count=n}}`: a helper or a partial with what it is given. */
export interface TemplateCall {
  readonly helper: string;
  readonly name: string;
  /** Names of the arguments. */
  readonly args: readonly string[];
  /** The file. */
  readonly where: string;
}

type HelperNode = hbs.AST.MustacheStatement | hbs.AST.SubExpression | hbs.AST.BlockStatement;

class Reader extends Handlebars.Visitor {
  readonly calls: TemplateCall[] = [];

  constructor(private readonly where: string) {
    super();
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    this.read(node);
    super.MustacheStatement(node);
  }

  override SubExpression(node: hbs.AST.SubExpression): void {
    this.read(node);
    super.SubExpression(node);
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    this.read(node);
    super.BlockStatement(node);
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    const name = (node.name as hbs.AST.PathExpression).original;
    this.calls.push({ helper: '>', name, args: argsOf(node.hash), where: this.where });
    // `{{> icon "home"}}` names an icon, `{{> empty-state icon="quiet"}}` as well.
    const icon = name === 'icon' ? node.params[0] : node.hash?.pairs.find(({ key }) => key === 'icon')?.value;
    if (icon?.type === 'StringLiteral') this.add('icon', (icon as hbs.AST.StringLiteral).value);
    super.PartialStatement(node);
  }

  private read({ path, params: [first], hash }: HelperNode): void {
    if (first?.type !== 'StringLiteral') return;
    const helper = (path as hbs.AST.PathExpression).original;
    this.calls.push({ helper, name: (first as hbs.AST.StringLiteral).value, args: argsOf(hash), where: this.where });
  }

  private add(helper: string, name: string): void {
    this.calls.push({ helper, name, args: [], where: this.where });
  }
}

const argsOf = (hash: hbs.AST.Hash | undefined): string[] => (hash?.pairs ?? []).map(({ key }) => key).sort();

/** Every call of a helper with a name, and of a partial (`>`), in templates. */
export function callsInTemplates(templates: readonly Source[]): TemplateCall[] {
  return templates.flatMap(({ path, text }) => {
    const reader = new Reader(path);
    reader.accept(Handlebars.parse(text));
    return reader.calls;
  });
}
