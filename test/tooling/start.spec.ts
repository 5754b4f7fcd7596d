import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ToolWorkspace } from '../support/tool-workspace';

const SERVER = `process.on('SIGTERM', () => process.exit(7));
process.stdout.write('listening');
setInterval(() => undefined, 1000);`;
const CLI = `process.stdin.on('data', (data) => process.stdout.write(process.argv.slice(2).join('|') + ' ' + String(data)));
process.exitCode = 3;`;

describe('the programs of bin/', () => {
  let workspace: ToolWorkspace;

  beforeAll(async () => {
    workspace = await ToolWorkspace.with({
      'src/main.ts': SERVER,
      'src/cli.ts': CLI,
      'src/old-migration.ts': 'export const old = true;',
      'ormconfig.ts': 'export default {};',
    });
  });
  afterAll(() => workspace.remove());

  it('build before a command runs, and hand it arguments, standard input and exit code', async () => {
    const command = spawn(join(workspace.folder, 'bin/microblog'), ['user create', 'susan'], { stdio: ['pipe', 'pipe', 'pipe'] });
    command.stdin.end('typed');
    const output = collect(command.stdout);
    const notes = collect(command.stderr);

    const [code] = (await once(command, 'close')) as [number];

    expect(code).toBe(3);
    expect(output()).toBe('user create|susan typed');
    expect(notes()).toContain('Building');
  });

  it('build again only when a source changed, and forget what came from a source that is gone', async () => {
    expect((await workspace.execute('bin/build', [])).stderr).toBe('');

    await rm(join(workspace.folder, 'src/old-migration.ts'));

    expect((await workspace.execute('bin/build', [])).stderr).toContain('Building');
    await expect(rm(join(workspace.folder, 'dist/src/old-migration.js'))).rejects.toThrow('ENOENT');
  });

  it('run no command but translate when the sources do not compile', async () => {
    writeFileSync(join(workspace.folder, 'src/broken.ts'), 'export const wrong: number = "text";');

    const refused = await workspace.execute('bin/microblog', ['user', 'list']);
    const ran = await workspace.execute('bin/microblog', ['translate', 'update']);

    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(ran.code).toBe(3);
    await rm(join(workspace.folder, 'src/broken.ts'));
  });

  it('let a signal to npm start reach the server, whose exit code is the answer', async () => {
    const npm = spawn('npm', ['run', '--silent', 'start'], { cwd: workspace.folder, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(npm.stdout, 'data');

    npm.kill('SIGTERM');
    const [code] = (await once(npm, 'close')) as [number];

    expect(code).toBe(7);
  });
});

/** What a stream has said so far. */
function collect(stream: NodeJS.ReadableStream): () => string {
  let said = '';
  stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return () => said;
}
