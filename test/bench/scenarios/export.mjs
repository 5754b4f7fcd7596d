import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built, open } from '../databases.mjs';
import { fill } from '../village.mjs';

const POSTS = [10_000, 100_000];

/** An archive of somebody who wrote much: whether what it costs in memory grows with it. Databases of its own; the highest mark never falls. */
export async function archive() {
  const { ExportContents } = built('export/export-contents.queries');
  const { jsonDocument } = built('export/json-document');
  const { writeZip } = built('common/zip-archive');
  const { Migrator } = built('database/migrator');
  const folder = mkdtempSync(join(tmpdir(), 'microblog-bench-export-'));
  const rows = [];
  for (const posts of POSTS) {
    const view = await open(`sqlite:${join(folder, `${posts}.sqlite`)}`);
    await new Migrator(view.dataSource).upgrade();
    await fill(view.dataSource, { users: 10, posts, follows: 1 });
    await view.dataSource.query('UPDATE post SET author_id = 1');
    const path = join(folder, `${posts}.zip`);
    const lists = Object.entries(new ExportContents(view.sql).lists(1));
    const entries = lists.map(([name, of]) => ({ name, content: () => jsonDocument(of, () => Promise.resolve()) }));
    const started = performance.now();
    await writeZip(path, entries, new Date(), new AbortController().signal);
    rows.push({
      posts,
      seconds: ((performance.now() - started) / 1000).toFixed(1),
      'MB of the file': (statSync(path).size / 1e6).toFixed(1),
      'highest MB of the process': Math.round(process.resourceUsage().maxRSS / 1024),
    });
    await view.close();
  }
  rmSync(folder, { recursive: true });
  return rows;
}
