import { failed, findingsText, ok, okUnless, warning } from './finding';

describe('what was found', () => {
  it('is one line, whatever a server says', () => {
    const { found } = failed('535 No\r\nok  database  all is well \u001b[2J', 'Correct it.');

    expect(found).toBe('535 No ok database all is well \uFFFD[2J');
  });

  it('is told as a line each, with what to do', () => {
    const text = findingsText([
      { check: 'database', ...ok('SQLite') },
      { check: 'disk', ...warning('900 MB left', 'Make room.') },
    ]);

    expect(text.split('\n').slice(1)).toEqual(['ok       database  SQLite', 'warning  disk      900 MB left. Make room.']);
  });

  it('is that all is well only when nothing is wrong', () => {
    const wrong = [warning('a', 'b')];

    expect(okUnless('fine', [])).toEqual([ok('fine')]);
    expect(okUnless('fine', wrong)).toBe(wrong);
  });
});
