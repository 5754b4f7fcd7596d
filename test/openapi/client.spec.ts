import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/common/project-root';
import { useSite } from '../support/site';

const site = useSite();

it('the types of the client are those of the document: else run "npm run api:client"', async () => {
  const { body } = await site.raw('/api/openapi.json');
  const { stdout, stderr } = spawnSync(process.execPath, [join(projectRoot(), 'client/generate.mjs')], {
    input: body,
    encoding: 'utf8',
  });

  expect(stderr).toBe('');
  expect(stdout).toBe(readFileSync(join(projectRoot(), 'client/schema.ts'), 'utf8'));
});
