import { type Ended, ToolWorkspace } from '../support/tool-workspace';

// Nothing listens on port 1, and nobody may without being root.
const NO_MYSQL = { TEST_MYSQL_URL: 'mysql://root@127.0.0.1:1' };

describe('bin/ci', () => {
  let workspace: ToolWorkspace;

  beforeAll(async () => {
    workspace = await ToolWorkspace.with({
      'src/one.spec.ts': `it('passes', () => {});\nit('fails', () => { throw new Error('planted'); });\nit.skip('waits', () => {});\n`,
      'src/broken.spec.ts': `throw new Error('does not load');\n`,
      'test/tooling/fine.spec.ts': `it('passes', () => {});\n`,
    });
  });
  afterAll(() => workspace.remove());

  it('counts tests, and a file of tests that does not load as one that fails', async () => {
    const ended = await ci(['unit']);

    expect(lastLine(ended)).toBe('1 passed, 2 failed, 1 skipped');
    expect(ended.code).toBe(1);
  });

  it('goes on after a step that failed, and counts a check without tests as one', async () => {
    const ended = await ci(['format', 'tooling']);

    expect(lastLine(ended)).toBe('1 passed, 1 failed, 0 skipped');
    expect(ended.code).toBe(1);
  });

  it('fails a step that finds no test', async () => {
    const ended = await ci(['catalogues']);

    expect(lastLine(ended)).toBe('0 passed, 1 failed, 0 skipped');
    expect(ended.code).toBe(1);
  });

  it('skips what cannot run here and tells what to install', async () => {
    const ended = await ci(['mysql', 'tooling'], NO_MYSQL);

    expect(ended.stdout).toContain('MySQL: nothing answers on 127.0.0.1:1: bin/setup installs and starts it');
    expect(lastLine(ended)).toBe('1 passed, 0 failed, 1 skipped');
    expect(ended.code).toBe(0);
  });

  it('lets nothing be skipped on the CI server', async () => {
    const ended = await ci(['mysql', 'tooling'], { ...NO_MYSQL, CI: 'true' });

    expect(lastLine(ended)).toBe('1 passed, 1 failed, 0 skipped');
    expect(ended.code).toBe(1);
  });

  it('names the steps when asked for one that there is not', async () => {
    const ended = await ci(['lnit']);

    expect(ended.stderr).toContain('No such step: lnit. There are: format, lint,');
    expect(ended.code).toBe(2);
  });

  const ci = (steps: readonly string[], variables = {}): Promise<Ended> =>
    workspace.execute('bin/ci', steps, { CI: '', CHROMIUM: '', ...variables });
});

const lastLine = ({ stdout }: Ended): string | undefined => stdout.trimEnd().split('\n').at(-1);
