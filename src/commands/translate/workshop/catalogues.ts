import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPlural, type Text } from './text';

/** What all others are translated from. */
export const REFERENCE = 'en';

/** Beside the catalogues of a language: texts that nothing asks for any more, by their whole keys. */
const OBSOLETE = 'obsolete';

interface Node {
  readonly [name: string]: Text | Node;
}

/** The texts of one language by their keys, such as `posts.flash.published`. */
export interface Catalogue {
  readonly texts: Map<string, Text>;
  readonly obsolete: Map<string, Text>;
}

/** The files `i18n/<language>/<feature>.json` of a project. */
export class Catalogues {
  private readonly folder: string;

  /** @param root absolute path of the project */
  constructor(root: string) {
    this.folder = join(root, 'i18n');
  }

  /** The reference first. */
  languages(): string[] {
    const others = readdirSync(this.folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [REFERENCE, ...others.map(({ name }) => name).filter((name) => name !== REFERENCE)];
  }

  has(locale: string): boolean {
    return existsSync(join(this.folder, locale));
  }

  /** @throws SyntaxError for a file that is no JSON */
  read(locale: string): Catalogue {
    const texts = new Map<string, Text>();
    const obsolete = new Map<string, Text>();
    for (const file of this.filesOf(locale)) {
      const name = file.slice(0, -'.json'.length);
      const content: unknown = JSON.parse(readFileSync(join(this.folder, locale, file), 'utf8'));
      if (name === OBSOLETE) for (const [key, text] of Object.entries(content as Record<string, Text>)) obsolete.set(key, text);
      else collect(content as Node, name, texts);
    }
    return { texts, obsolete };
  }

  write(locale: string, { texts, obsolete }: Catalogue): void {
    const files = new Map<string, Record<string, unknown>>();
    for (const [key, text] of texts) {
      const [file = '', ...path] = key.split('.');
      if (!files.has(file)) files.set(file, {});
      plant(files.get(file) ?? {}, path, text);
    }
    if (obsolete.size > 0) files.set(OBSOLETE, Object.fromEntries(obsolete));
    mkdirSync(join(this.folder, locale), { recursive: true });
    for (const file of this.filesOf(locale)) {
      if (!files.has(file.slice(0, -'.json'.length))) rmSync(join(this.folder, locale, file));
    }
    for (const [name, content] of files) {
      writeFileSync(join(this.folder, locale, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`);
    }
  }

  private filesOf(locale: string): string[] {
    return readdirSync(join(this.folder, locale))
      .filter((file) => file.endsWith('.json'))
      .sort();
  }
}

function collect(node: Node, prefix: string, texts: Map<string, Text>): void {
  for (const [name, value] of Object.entries(node)) {
    const key = `${prefix}.${name}`;
    if (typeof value === 'string' || isPlural(value)) texts.set(key, value);
    else collect(value, key, texts);
  }
}

function plant(node: Record<string, unknown>, [name = '', ...rest]: readonly string[], text: Text): void {
  if (rest.length === 0) node[name] = text;
  else plant((node[name] ??= {}) as Record<string, unknown>, rest, text);
}
