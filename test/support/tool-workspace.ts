import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const ROOT = resolve(__dirname, '../..');
const SETTINGS = [
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'public/js/tsconfig.json',
  'eslint.config.mjs',
  '.dependency-cruiser.cjs',
  '.editorconfig',
  '.prettierrc',
  '.prettierignore',
  'jest.config.cjs',
  'bin/build',
  'bin/ci',
  'bin/microblog',
  'bin/start',
  'test/support/chromium-paths.json',
];

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A fresh folder with this repository's settings and packages but files of the test's own, to run a tool on planted faults. */
export class ToolWorkspace {
  private constructor(readonly folder: string) {}

  /** @param files text by path, such as `src/posts/posts.service.ts` */
  static async with(files: Readonly<Record<string, string>>): Promise<ToolWorkspace> {
    const workspace = new ToolWorkspace(await mkdtemp(join(tmpdir(), 'microblog-tools-')));
    await symlink(join(ROOT, 'node_modules'), join(workspace.folder, 'node_modules'));
    await Promise.all(SETTINGS.map((file) => cp(join(ROOT, file), join(workspace.folder, file))));
    await Promise.all(Object.entries(files).map(([path, content]) => workspace.write(path, content)));
    return workspace;
  }

  /** Files and folders of this repository, such as `src`, put into it. */
  async copy(...paths: readonly string[]): Promise<void> {
    for (const path of paths) await cp(join(ROOT, path), join(this.folder, path), { recursive: true });
  }

  /** Runs a package's program, such as `eslint`, and tells its exit code and what it printed. */
  async run(program: string, ...args: string[]): Promise<Ended> {
    return this.execute(join('node_modules/.bin', program), args);
  }

  /** Runs a program of the folder itself, such as `bin/ci`; `variables` are added to the environment. */
  async execute(program: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const child = spawn(join(this.folder, program), args, {
      cwd: this.folder,
      env: { ...process.env, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number>((done, fail) => child.once('error', fail).once('close', (code) => done(code ?? 1)));
    const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
    return { code, stdout, stderr };
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }

  private async write(path: string, content: string): Promise<void> {
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
