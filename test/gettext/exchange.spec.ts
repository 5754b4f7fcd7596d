import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Catalogues, REFERENCE } from '../../src/commands/translate/workshop/catalogues';
import { marksIn } from '../../src/commands/translate/workshop/marks';
import { fromPo, toPo } from '../../src/commands/translate/workshop/po';
import { projectRoot } from '../../src/common/project-root';

const catalogues = new Catalogues(projectRoot());
const marks = marksIn(projectRoot());
const english = catalogues.read(REFERENCE).texts;

const gettext = (program: string, ...args: string[]): { status: number | null; said: string } => {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return { status, said: stderr };
};

describe.each(catalogues.languages())("the PO file of %s, in gettext's own hands", (locale) => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'microblog-po-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const written = (name: string): string => {
    const file = join(folder, name);
    writeFileSync(file, toPo(locale, catalogues.read(locale), english, marks));
    return file;
  };

  it('is right', () => {
    expect(gettext('msgfmt', '-c', '-o', join(folder, 'out.mo'), written('a.po'))).toEqual({ status: 0, said: '' });
  });

  it('comes back as it went', () => {
    const back = join(folder, 'back.po');
    expect(gettext('msgcat', '--sort-output', '--width=60', '-o', back, written('a.po'))).toEqual({ status: 0, said: '' });

    const { texts, refused } = fromPo(locale, readFileSync(back), english);

    expect(refused).toEqual([]);
    expect(Object.fromEntries(texts)).toEqual(Object.fromEntries(catalogues.read(locale).texts));
  });
});
