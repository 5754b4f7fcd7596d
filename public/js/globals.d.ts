import type { TextKey } from '../../src/common/text-key';

declare global {
  /** The text of a key in the language of the page: texts.js. `count` among the values picks the plural form. */
  var t: (key: TextKey, args?: Readonly<Record<string, string | number>>) => string;
}
