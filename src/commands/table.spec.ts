import { counted, momentText, table } from './table';

describe('a table', () => {
  it('puts text to the left and numbers to the right, under titles', () => {
    const rows = [
      ['susan', 7, 'never'],
      ['jo', 12, '2026-11-22'],
    ];

    expect(table(['name', 'posts', 'seen'], rows)).toBe(
      ['name   posts  seen', 'susan      7  never', 'jo        12  2026-11-22'].join('\n'),
    );
  });

  it('is its titles when there is nothing to list', () => {
    expect(table(['name', 'posts'], [])).toBe('name  posts');
  });
});

describe('an amount', () => {
  it.each([
    [0, '0 posts'],
    [1, '1 post'],
    [1_000, '1,000 posts'],
  ])('%d is %s', (count, text) => {
    expect(counted(count, 'post')).toBe(text);
  });

  it('may have a plural of its own', () => {
    expect(counted(2, 'person', 'people')).toBe('2 people');
  });
});

describe('a moment', () => {
  it('is shown in UTC, to the second', () => {
    expect(momentText(new Date('2026-11-22T18:30:00.123Z'))).toBe('2026-11-22 18:30:00');
    expect(momentText(null)).toBe('never');
  });
});
