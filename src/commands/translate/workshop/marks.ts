import { Code } from './code';
import { sourcesIn } from './sources';
import { callsInTemplates } from './templates';

/** A text that the program asks for. */
export interface Mark {
  /** A key, or a pattern of keys with `*` for a part of one: `settings.themes.*`. */
  readonly key: string;
  /** The file. */
  readonly where: string;
  /** The values that come with it, where they can be seen: templates name them all. */
  readonly args: readonly string[];
  readonly from: 'code' | 'template' | 'browser';
}

/** Functions that take a key, and at which place. */
const IN_CODE = { t: 1, packMessage: 0, success: 0, notice: 0, warning: 0 } as const;
/** Properties that hold one: of a message, of a rule, of a field. */
const PROPERTIES = ['key', 'problem', 'label', 'hint'] as const;
const IN_BROWSER = { t: 0 } as const;

/** At least the name of a file and one more are certain: `errors.*` would be everything. */
const KEY = /^[A-Za-z][\w-]*\.[\w-]+(\.[\w*-]+)*$/;

/** Every text that templates, code and the scripts of the browser ask for. */
export function marksIn(root: string): Mark[] {
  const code = new Code(sourcesIn(root, 'src', '.ts').filter(({ path }) => !path.endsWith('.spec.ts')));
  const codes = code.errorCodes().map((found) => ({ ...found, name: `errors.${found.name}` }));
  const inCode = [...code.givenTo(IN_CODE), ...code.inProperties(...PROPERTIES), ...codes];
  const inBrowser = new Code(sourcesIn(root, 'public/js', '.js')).givenTo(IN_BROWSER);
  const inTemplates = callsInTemplates(sourcesIn(root, 'views', '.hbs')).filter(({ helper }) => helper === 't');
  return [
    ...inTemplates.map((call) => ({ ...call, key: call.name, from: 'template' as const })),
    ...inCode.map((found) => ({ ...found, key: found.name, from: 'code' as const })),
    ...inBrowser.map((found) => ({ ...found, key: found.name, from: 'browser' as const })),
  ]
    .filter(({ key }) => KEY.test(key))
    .map(({ key, where, args, from }) => ({ key, where, args, from }));
}

export const isPattern = ({ key }: Mark): boolean => key.includes('*');

/** Whether something asks for a key. */
export function asker(marks: readonly Mark[]): (key: string) => boolean {
  const keys = new Set(marks.map(({ key }) => key));
  const patterns = marks
    .filter(isPattern)
    .map(({ key }) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`));
  return (key) => keys.has(key) || patterns.some((pattern) => pattern.test(key));
}
