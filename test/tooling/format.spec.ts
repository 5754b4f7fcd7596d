import { ToolWorkspace } from '../support/tool-workspace';

describe('the formatter', () => {
  let workspace: ToolWorkspace;

  beforeAll(async () => {
    workspace = await ToolWorkspace.with({
      'src/faulty.ts': 'export const greeting = "hi"\n',
      'src/clean.ts': "export const greeting = 'hi';\n",
      'views/page.hbs': '{{#extend "layouts/base"}}\n{{/extend}}\n',
    });
  });
  afterAll(() => workspace.remove());

  it('refuses a file that is not formatted, and only that', async () => {
    const { code, stderr } = await workspace.run('prettier', '--check', '--log-level', 'warn', 'src', 'views');

    expect(code).toBe(1);
    expect(stderr).toContain('src/faulty.ts');
    expect(stderr).not.toContain('src/clean.ts');
  });

  it('leaves templates alone', async () => {
    const { code } = await workspace.run('prettier', '--check', 'views/page.hbs');

    expect(code).toBe(0);
  });
});
