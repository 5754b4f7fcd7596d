import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import { unzip } from '../../test/support/zip';
import { writeZip, type ZipEntry } from './zip-archive';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'microblog-zip-'));
});
afterAll(() => rm(folder, { recursive: true }));

const write = async (entries: ZipEntry[], signal = new AbortController().signal): Promise<string> => {
  const path = join(folder, randomBytes(8).toString('hex'));
  await writeZip(path, entries, new Date('2026-11-26T12:00:00Z'), signal);
  return path;
};

async function* pieces(...of: string[]) {
  yield* of;
}

/** Goes on until nobody wants more. */
async function* endless(onEnd: () => void) {
  try {
    for (;;) yield randomBytes(10_000).toString('hex');
  } finally {
    onEnd();
  }
}

describe('a zip archive', () => {
  it('has each entry with all its text', async () => {
    const path = await write([
      { name: 'posts.json', content: () => pieces('{"a":', '"日本語 🍣"}') },
      { name: 'empty.json', content: () => pieces() },
    ]);

    expect(await unzip(await readFile(path))).toEqual({ 'posts.json': '{"a":"日本語 🍣"}', 'empty.json': '' });
  });

  it('begins to read an entry when the one before is written', async () => {
    const begun: string[] = [];
    const entry = (name: string): ZipEntry => ({
      name,
      async *content() {
        begun.push(`${name} begins`);
        yield 'x'.repeat(1e6);
        begun.push(`${name} ends`);
      },
    });

    await write([entry('one'), entry('two')]);

    expect(begun).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('fails with what an entry fails with', async () => {
    const broken: ZipEntry = {
      name: 'broken',
      async *content() {
        yield 'so far';
        throw new Error('The database is away');
      },
    };
    await expect(write([broken])).rejects.toThrow('The database is away');
  });

  it('stops reading when it is to stop', async () => {
    const stop = new AbortController();
    const ended = new Promise<void>((resolve) => {
      const entry: ZipEntry = { name: 'endless', content: () => endless(resolve) };
      void expect(write([entry], stop.signal)).rejects.toThrow('aborted');
    });
    setImmediate(() => stop.abort());

    await ended;
  });

  it('has stopped reading when it fails', async () => {
    const stop = new AbortController();
    let isReading = false;
    const entry: ZipEntry = {
      name: 'endless',
      async *content() {
        isReading = true;
        try {
          for (;;) {
            yield randomBytes(10_000).toString('hex');
            stop.abort();
          }
        } finally {
          await others();
          isReading = false;
        }
      },
    };

    await expect(write([entry], stop.signal)).rejects.toThrow('aborted');

    expect(isReading).toBe(false);
  });
});
