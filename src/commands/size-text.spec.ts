import { sizeText } from './size-text';

it.each([
  [0, '0.0 kB'],
  [377_000, '377 kB'],
  [3_400_000_000, '3.4 GB'],
  [82e9, '82 GB'],
  [5e15, '5000 TB'],
])('%d bytes are %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));
