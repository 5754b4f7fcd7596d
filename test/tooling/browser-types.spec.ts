import { ToolWorkspace } from '../support/tool-workspace';

describe('the type check of browser scripts', () => {
  let workspace: ToolWorkspace;

  beforeAll(async () => {
    workspace = await ToolWorkspace.with({
      'public/js/faulty.js': `/** @param {HTMLTextAreaElement} box */\nexport const left = (box) => 140 - box.value;\n`,
      'public/js/clean.js': `/** @param {HTMLTextAreaElement} box */\nexport const left = (box) => 140 - [...box.value].length;\n`,
      'public/js/server.js': `export const port = process.env.PORT;\n`,
    });
  });
  afterAll(() => workspace.remove());

  it('refuses a wrong type and a name that browsers do not know, and only those', async () => {
    const { code, stdout } = await workspace.run('tsc', '-p', 'public/js/tsconfig.json');

    expect(code).not.toBe(0);
    expect(stdout).toContain('public/js/faulty.js');
    expect(stdout).toContain('public/js/server.js');
    expect(stdout).not.toContain('public/js/clean.js');
  });
});
