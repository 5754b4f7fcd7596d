import { judgeSpace } from './disk';

const plenty = { folder: '/data', freeBytes: 50e9, freeFiles: { count: 1e6, share: 0.5 }, databaseBytes: 1e9 };
const states = (changes: Partial<Parameters<typeof judgeSpace>[0]>): string[] =>
  judgeSpace({ ...plenty, ...changes }).map(({ state, found }) => `${state} ${found}`);

describe('the disk', () => {
  it.each([
    [{}, ['ok 50 GB left for /data']],
    [{ freeBytes: 999e6 }, ['warning 999 MB left for /data']],
    [{ freeBytes: 99e6 }, ['failed 99 MB left for /data']],
    [{ databaseBytes: 60e9 }, [expect.stringMatching(/^warning 50 GB left .* SQLite file/)]],
    [{ freeFiles: { count: 4_000, share: 0.04 } }, ['warning room for 4,000 more files in /data (inodes)']],
    [{ freeFiles: { count: 4, share: 0.001 } }, ['failed room for 4 more files in /data (inodes)']],
    [{ freeFiles: undefined }, ['ok 50 GB left for /data']],
    [
      { freeBytes: 0, freeFiles: { count: 0, share: 0 } },
      [expect.stringMatching(/^failed 0/), expect.stringMatching(/^failed room/)],
    ],
  ])('%j', (changes, expected) => expect(states(changes)).toEqual(expected));
});
