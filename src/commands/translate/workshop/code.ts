import ts from 'typescript';
import type { Source } from './sources';

/** A name that stands somewhere in code. */
export interface NameInCode {
  /** A `*` stands for what is only known when the program runs: `settings.themes.*`. */
  readonly name: string;
  /** The file. */
  readonly where: string;
  /** Names of the values in the object behind it, as `{ count }` has them. */
  readonly args: readonly string[];
}

/** By the name of a function: which of its parameters, from 0, takes the name that is looked for. */
export type Parameters = Readonly<Record<string, number>>;

/** Reads names off TypeScript and JavaScript. */
export class Code {
  private readonly files: readonly ts.SourceFile[];

  constructor(sources: readonly Source[]) {
    this.files = sources.map(({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  }

  /** The texts that are handed to these functions, as `packMessage('validation.required')` does. */
  givenTo(parameters: Parameters): NameInCode[] {
    return this.read((node) => {
      if (!ts.isCallExpression(node)) return [];
      const name = calleeOf(node);
      const index = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      const argument = index === undefined ? undefined : node.arguments[index];
      return argument ? namesOf(argument, argsOf(node.arguments[(index ?? 0) + 1])) : [];
    });
  }

  /** The texts in properties of these names, as `{ key: 'errors.csrf.missing' }` has them, defaults included. */
  inProperties(...properties: readonly string[]): NameInCode[] {
    return this.read((node) => {
      const holds = ts.isPropertyAssignment(node) || ts.isBindingElement(node);
      if (!holds || !node.initializer || !properties.includes(node.name.getText())) return [];
      const sibling = ts.isPropertyAssignment(node)
        ? node.parent.properties.find((other) => other.name?.getText() === 'args')
        : undefined;
      return namesOf(node.initializer, argsOf(sibling && ts.isPropertyAssignment(sibling) ? sibling.initializer : undefined));
    });
  }

  /** The codes of the errors of the domain: `super('not-found', 'users.notFound')`. */
  errorCodes(): NameInCode[] {
    return this.read((node) => {
      if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.SuperKeyword) return [];
      const [kind, code] = node.arguments;
      return kind && code && ts.isStringLiteral(kind) ? namesOf(code, []) : [];
    });
  }

  private read(namesAt: (node: ts.Node) => Omit<NameInCode, 'where'>[]): NameInCode[] {
    return this.files.flatMap((file) => {
      const names: NameInCode[] = [];
      const visit = (node: ts.Node): void => {
        for (const found of namesAt(node)) names.push({ ...found, where: file.fileName });
        ts.forEachChild(node, visit);
      };
      visit(file);
      return names;
    });
  }
}

const calleeOf = ({ expression }: ts.CallExpression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();

const argsOf = (node: ts.Expression | undefined): string[] =>
  node && ts.isObjectLiteralExpression(node) ? node.properties.map(({ name }) => name?.getText() ?? '') : [];

/** Both of `x ? 'a' : 'b'`, and what is certain of a text that is put together. */
function namesOf(node: ts.Expression, args: readonly string[]): Omit<NameInCode, 'where'>[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [{ name: node.text, args }];
  if (ts.isAsExpression(node)) return namesOf(node.expression, args);
  if (ts.isConditionalExpression(node)) return [...namesOf(node.whenTrue, args), ...namesOf(node.whenFalse, args)];
  if (ts.isTemplateExpression(node)) {
    const name = node.head.text + node.templateSpans.map(({ literal }) => `*${literal.text}`).join('');
    return [{ name, args }];
  }
  return [];
}
