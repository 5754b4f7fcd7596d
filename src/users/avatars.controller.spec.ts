import { AvatarsController } from './avatars.controller';

const avatars = new AvatarsController();
const sizeOf = (svg: string): string | undefined => /<svg[^>]* width="(\d+)" height="\1"/.exec(svg)?.[1];

describe('an identicon', () => {
  it('is the same for the same key, and another one for another key', () => {
    expect(avatars.show('7', '80')).toBe(avatars.show('7', '80'));
    expect(avatars.show('7', '80')).not.toBe(avatars.show('8', '80'));
  });

  it.each(['<script>alert(1)</script>', '"onload="alert(1)', '../..', '🍣', ''])(
    'is a picture and nothing of its key: %j',
    (key) => {
      const svg = avatars.show(key, '80');

      expect(svg).toMatch(/^<svg [^]*<\/svg>$/);
      expect(svg).not.toMatch(/script|onload|\.\./);
    },
  );

  it.each([
    ['64', '64'],
    ['8', '8'],
    ['7', '8'],
    ['0', '8'],
    ['512', '512'],
    ['513', '512'],
    ['9999', '512'],
    ['99999', '80'],
    ['-1', '80'],
    ['1.5', '80'],
    ['abc', '80'],
    ['', '80'],
    [undefined, '80'],
    [['64', '128'], '80'],
  ])('asked for in the size %j has %s pixels', (asked, pixels) => {
    expect(sizeOf(avatars.show('7', asked))).toBe(pixels);
  });
});
