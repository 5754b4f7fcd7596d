import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { databases } from './databases.mjs';
import { boot } from './scenarios/boot.mjs';
import { archive } from './scenarios/export.mjs';
import { floor } from './scenarios/floor.mjs';
import { hello } from './scenarios/hello.mjs';
import { explore, home, profile } from './scenarios/pages.mjs';
import { search } from './scenarios/search.mjs';
import { storm } from './scenarios/storm.mjs';
import { streams } from './scenarios/streams.mjs';
import { timeline } from './scenarios/timeline.mjs';

const SCENARIOS = { hello, floor, timeline, home, explore, profile, search, storm, streams, export: archive, boot };

const USAGE = `npm run bench -- [scenario…] [options]

Scenarios: ${Object.keys(SCENARIOS).join(', ')}; all of them when none is named.

  --on sqlite | mysql://user:password@host:port   where to make the databases (sqlite)
  --size small,large                              which of them (both)
  --database URL                                  one that is there already instead; an empty one is filled, small
  --timeline pull | push                          how home comes about (pull)
  --seconds N                                     how long each page is loaded, in three rounds (6)
`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    on: { type: 'string', default: 'sqlite' },
    size: { type: 'string', default: 'small,large' },
    database: { type: 'string' },
    timeline: { type: 'string', default: 'pull' },
    seconds: { type: 'string', default: '6' },
    help: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !(name in SCENARIOS));
if (options.help || unknown.length > 0) {
  process.stderr.write(USAGE);
  process.exit(options.help ? 0 : 2);
}

const { status } = spawnSync(fileURLToPath(new URL('../../bin/build', import.meta.url)), { stdio: 'inherit' });
if (status !== 0) process.exit(1);

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'an unknown processor'}`);
// The server of each scenario reads it.
process.env.TIMELINE = options.timeline;
const context = { databases: await databases(options), seconds: Number(options.seconds) };
for (const name of positionals.length > 0 ? positionals : Object.keys(SCENARIOS)) {
  console.log(`\n${name}\n`);
  print(await SCENARIOS[name](context));
}

/** A table in Markdown, to be copied into docs/performance.md. */
function print(rows) {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log(
    [line(columns), line(columns.map(() => '---')), ...rows.map((row) => line(columns.map((name) => row[name] ?? '')))].join(
      '\n',
    ),
  );
}
