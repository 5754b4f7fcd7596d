import 'reflect-metadata';
import { Program } from './commands/program';
import { runCommands } from './commands/run-commands';

/** The maintenance commands: the modules of the site without its web server, loaded when a command needs them. */
async function main(): Promise<void> {
  // `microblog user list | head` is no reason for a complaint.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const program = new Program(
    async () => {
      const [{ processConfig }, { createContext }] = await Promise.all([
        import('./config/config.js'),
        import('./create-context.js'),
      ]);
      return createContext(processConfig());
    },
    async () => (await import('./config/config.js')).inspectProcessConfig(),
  );
  const exitCode = await runCommands(process.argv.slice(2), program);
  // A program that did not start leaves watchers and sockets behind, which would keep this process alive.
  process.stdout.write('', () => process.exit(exitCode));
}

void main();
