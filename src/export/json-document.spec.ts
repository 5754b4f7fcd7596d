import { jsonDocument } from './json-document';

async function* batches(...of: object[][]) {
  yield* of;
}

async function textOf(lists: Parameters<typeof jsonDocument>[0], onRows = jest.fn()): Promise<string> {
  let text = '';
  for await (const piece of jsonDocument(lists, onRows)) text += piece;
  return text;
}

describe('a JSON document of lists', () => {
  it('is one object, in which each list has the rows of all its batches', async () => {
    const text = await textOf({ posts: batches([{ id: 1 }, { id: 2 }], [], [{ id: 3 }]), likes: batches() });

    expect(JSON.parse(text)).toEqual({ posts: [{ id: 1 }, { id: 2 }, { id: 3 }], likes: [] });
  });

  it('is an empty object without lists', async () => {
    expect(JSON.parse(await textOf({}))).toEqual({});
  });

  it('tells of the rows that were written', async () => {
    const onRows = jest.fn();
    await textOf({ posts: batches([{ id: 1 }, { id: 2 }], [], [{ id: 3 }]) }, onRows);

    expect(onRows.mock.calls).toEqual([[2], [1]]);
  });

  it('reads a batch only when the one before was taken', async () => {
    const asked: number[] = [];
    async function* slowly() {
      for (const id of [1, 2, 3]) {
        asked.push(id);
        yield [{ id }];
      }
    }
    const document = jsonDocument({ posts: slowly() }, () => Promise.resolve());

    await document.next();
    await document.next();

    expect(asked).toEqual([1]);
  });
});
