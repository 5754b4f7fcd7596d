import { mentionsIn, normalTag, segmentsOf, tagsIn } from './post-text';

describe('the pieces of a post', () => {
  it.each([
    'plain words',
    'a\nb  c',
    'see https://example.com/a?b=c#d, and @susan: #Café!',
    '#tag#tag @@x a@b.example <b>&amp;</b> {{x}}',
    '',
  ])('make up %j again', (body) => {
    expect(
      segmentsOf(body)
        .map(({ text }) => text)
        .join(''),
    ).toBe(body);
  });

  it('are links to pages, without what ends the sentence', () => {
    const urls = (body: string) => segmentsOf(body).flatMap(({ url }) => (url === undefined ? [] : [url]));

    expect(urls('(https://example.com/a_(b)), then http://example.org.')).toEqual([
      'https://example.com/a_(b)',
      'http://example.org',
    ]);
    expect(urls('README.md site.name example.com')).toEqual([]);
    expect(
      urls('javascript:alert(1) ftp://example.com data:text/html,x me@example.com mailto:me@example.com //example.com'),
    ).toEqual([]);
  });

  it.each([
    ['@susan', ['susan']],
    ['Hi @Susan, @john.doe. And @susan', ['susan', 'john.doe']],
    ['(@mary)', ['mary']],
    ['me@example.com, @susan@elsewhere, /@susan, @@susan, @-x', []],
    [`@${'x'.repeat(65)}`, []],
  ])('%j speaks to %j', (body, names) => {
    expect(mentionsIn(body)).toEqual(names);
  });

  it.each([
    ['#Café #CAFÉ #cafe\u0301', ['café']],
    ['#日本語 #ไทย #हिन्दी #a_b2', ['日本語', 'ไทย', 'हिन्दी', 'a_b2']],
    ['#1 #2026 # #- a#b https://example.com/#x &#39;', []],
    ['#ＦＵＬＬ', ['full']],
    [`#${'x'.repeat(101)}`, []],
  ])('%j is about %j', (body, tags) => {
    expect(tagsIn(body)).toEqual(tags);
  });

  it('are bounded', () => {
    expect(tagsIn(Array.from({ length: 50 }, (_, i) => `#tag${i}`).join(' '))).toHaveLength(20);
    expect(mentionsIn(Array.from({ length: 50 }, (_, i) => `@user${i}`).join(' '))).toHaveLength(10);
  });

  it.each(['#'.repeat(5_000), '@a.'.repeat(2_000), 'http://'.repeat(700), `#${'_'.repeat(5_000)}`, `@${'a.'.repeat(2_500)}`])(
    'are found also in what was written to make it hard: %.10s…',
    (body) => {
      expect(
        segmentsOf(body)
          .map(({ text }) => text)
          .join(''),
      ).toBe(body);
    },
  );
});

it.each([
  ['Café', 'café'],
  ['two words', ''],
  ['', ''],
  ['../x', ''],
  ['<b>', ''],
])('the tag %j is %j', (typed, normal) => {
  expect(normalTag(typed)).toBe(normal);
});
