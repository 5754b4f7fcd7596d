import ts from 'typescript';
import { filesIn, textOf, type Use } from './files';

/** By the name of a function: which of its parameters, from 0, takes the name that is looked for. */
type Parameters = Readonly<Record<string, number>>;

const SOURCES = filesIn('src', '.ts')
  .filter((file) => !file.endsWith('.spec.ts'))
  .map((file) => ts.createSourceFile(`src/${file}`, textOf('src', file), ts.ScriptTarget.Latest, true));

/** The texts that the code hands to these functions, as `packMessage('validation.required')` does. */
export const namesGivenTo = (parameters: Parameters): Use[] =>
  inCode((node) => {
    if (!ts.isCallExpression(node)) return [];
    const index = parameters[calleeOf(node)];
    const argument = index === undefined ? undefined : node.arguments[index];
    return argument ? literalsIn(argument) : [];
  });

/** The texts that the code puts into properties of this name, as `{ key: 'errors.csrf.missing' }` does, defaults included. */
export const namesIn = (property: string): Use[] =>
  inCode((node) => {
    const holds = ts.isPropertyAssignment(node) || ts.isBindingElement(node);
    return holds && node.name.getText() === property && node.initializer ? literalsIn(node.initializer) : [];
  });

/** The codes of the errors of the domain: `super('not-found', 'users.notFound')`. */
export const errorCodes = (): Use[] =>
  inCode((node) => {
    if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.SuperKeyword) return [];
    const [kind, code] = node.arguments;
    return kind && code && ts.isStringLiteral(kind) ? literalsIn(code) : [];
  });

function inCode(namesOf: (node: ts.Node) => string[]): Use[] {
  return SOURCES.flatMap((source) => {
    const uses: Use[] = [];
    const visit = (node: ts.Node): void => {
      for (const name of namesOf(node)) uses.push({ name, where: source.fileName });
      ts.forEachChild(node, visit);
    };
    visit(source);
    return uses;
  });
}

const calleeOf = ({ expression }: ts.CallExpression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();

/** Both of `x ? 'a' : 'b'`, and none of a text that is put together. */
function literalsIn(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)];
  return [];
}
