/** Lists of one JSON object, by their names. Each comes in batches, which are read when they are wanted. */
export type JsonLists = Readonly<Record<string, AsyncIterable<readonly object[]>>>;

/**
 * A JSON object of lists as text, piece by piece, so that its size costs no memory.
 *
 * @param onRows hears how many rows have just been written
 */
export async function* jsonDocument(lists: JsonLists, onRows: (count: number) => Promise<void>): AsyncGenerator<string> {
  let isFirstList = true;
  for (const [name, batches] of Object.entries(lists)) {
    yield `${isFirstList ? '{' : ','}\n${JSON.stringify(name)}: [`;
    isFirstList = false;
    let isFirstRow = true;
    for await (const rows of batches) {
      if (rows.length === 0) continue;
      yield `${isFirstRow ? '' : ','}\n${rows.map((row) => JSON.stringify(row)).join(',\n')}`;
      isFirstRow = false;
      await onRows(rows.length);
    }
    yield ']';
  }
  yield isFirstList ? '{}\n' : '\n}\n';
}
