import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { useSite } from '../support/site';

const site = useSite();

function faultsOf(document: string): string[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(__dirname, 'lint.mjs')], {
    input: document,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as string[];
}

describe('a linter of OpenAPI documents', () => {
  it('objects to nothing in ours', async () => {
    expect(faultsOf((await site.raw('/api/openapi.json')).body)).toEqual([]);
  });

  it('would object to a fault', async () => {
    const { body } = await site.raw('/api/openapi.json');
    const twice = body.replace('"operationId":"postsShow"', '"operationId":"postsPublish"');

    expect(twice).not.toBe(body);
    expect(faultsOf(twice)).toEqual([expect.stringContaining('operation-operationId-unique')]);
  });
});
