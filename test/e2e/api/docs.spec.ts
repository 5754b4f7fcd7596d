import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../../src/common/project-root';
import { useSite } from '../../support/site';

const site = useSite();

/** What stands between ```sh and ```, one after the other. */
async function examples(): Promise<string> {
  const text = await readFile(join(projectRoot(), 'docs/api.md'), 'utf8');
  return [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block).join('\n');
}

it('The examples of docs/api.md run as they stand, one after the other, in a shell with curl', async () => {
  const script = await examples();
  expect(script.match(/^.*\bcurl /gm)!.length).toBeGreaterThanOrEqual(10);
  const here = script.replace(/^site=.*$/m, `site=${site.app.url}`);
  const folder = await mkdtemp(join(tmpdir(), 'microblog-docs-'));

  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', here], { cwd: folder });

  expect(stdout).toContain('"body":"Good morning!"');
  expect(stdout.match(/204$/gm)).toHaveLength(2);
  expect(stdout).toContain('"about_me":"I write about birds."');
  expect(stdout).toContain('"body":"And a good #evening."');
  expect(stdout).toContain('"recipient":{');
  expect(stdout).toMatch(/"state":"(running|done)"/);
  expect(stdout).toMatch(/link: <\/api\/users\?/i);
  expect(stdout).toContain('must include username, email and password fields');
  const [counts] = await site.rows<Record<string, number>>(
    `SELECT (SELECT COUNT(*) FROM follow) AS follows, (SELECT COUNT(*) FROM post_like) AS likes,
       (SELECT COUNT(*) FROM post WHERE reply_to_id IS NOT NULL) AS replies, (SELECT COUNT(*) FROM message) AS messages,
       (SELECT COUNT(*) FROM export) AS exports`,
  );
  expect(Object.fromEntries(Object.entries(counts!).map(([name, n]) => [name, Number(n)]))).toEqual({
    follows: 1,
    likes: 1,
    replies: 1,
    messages: 2,
    exports: 1,
  });
  await rm(folder, { recursive: true });
});
