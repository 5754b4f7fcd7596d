import { entityTagOf, isNamed } from './entity-tag';

const tag = entityTagOf('{"id":1}');

describe('the tag of an answer', () => {
  it('is another one for another text, and strong', () => {
    expect(tag).toMatch(/^"[\w-]{43}"$/);
    expect(entityTagOf('{"id":1}')).toBe(tag);
    expect(entityTagOf('{"id":2}')).not.toBe(tag);
  });

  it.each([tag, `W/${tag}`, `"x", ${tag}`, `${tag},"x"`, '*', ' * '])('is named by %s', (header) => {
    expect(isNamed(header, tag)).toBe(true);
  });

  it.each(['', '"x"', 'W/"x"', tag.slice(1, -1), '"*"'])('is not named by %s', (header) => {
    expect(isNamed(header, tag)).toBe(false);
  });
});
