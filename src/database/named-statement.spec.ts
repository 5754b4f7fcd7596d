import { NamedStatement, remembered } from './named-statement';

describe('a statement with named values', () => {
  it('puts a value in each place of its name', () => {
    const statement = new NamedStatement('SELECT :viewer, id FROM post WHERE id < :from AND author_id <> :viewer');

    expect(statement.text).toBe('SELECT ?, id FROM post WHERE id < ? AND author_id <> ?');
    expect(statement.values({ from: 9, viewer: 1 })).toEqual([1, 9, 1]);
  });

  it('takes a list for the places of one name, in their order', () => {
    const statement = new NamedStatement('SELECT id FROM post WHERE author_id IN (:authors, :authors, :authors) AND id < :from');

    expect(statement.values({ authors: [3, 1, 2], from: 9 })).toEqual([3, 1, 2, 9]);
    expect(statement.values({ authors: [4, 5, 6], from: 8 })).toEqual([4, 5, 6, 8]);
  });

  it('leaves bytes whole', () => {
    const bytes = Buffer.from('ab');
    expect(new NamedStatement('SELECT :hash, :hash').values({ hash: bytes })).toEqual([bytes, bytes]);
  });

  it('is NULL for what is not given', () => {
    expect(new NamedStatement('SELECT :viewer').values({})).toEqual([null]);
  });
});

it('builds a statement once for the same arguments', () => {
  const build = jest.fn((way: string, size: number) => new NamedStatement(`${way} ${size}`));
  const statement = remembered(build);

  expect(statement('older', 25)).toBe(statement('older', 25));
  expect(statement('newer', 25)).not.toBe(statement('older', 25));
  expect(build).toHaveBeenCalledTimes(2);
});
