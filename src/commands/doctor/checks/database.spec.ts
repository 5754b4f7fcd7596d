import { judgeServer } from './database';

const server = { version: '11.8.2-MariaDB', binlog: undefined, readOnly: false };
const states = (changes: Partial<Parameters<typeof judgeServer>[0]>) =>
  judgeServer({ ...server, ...changes }).map(({ state }) => state);

describe('a server of MySQL', () => {
  it.each([
    [{}, []],
    [{ binlog: 'ROW' }, []],
    [{ binlog: 'MIXED' }, []],
    [{ binlog: 'STATEMENT' }, ['failed']],
    [{ readOnly: true }, ['warning']],
  ])('%j', (changes, expected) => expect(states(changes)).toEqual(expected));
});
