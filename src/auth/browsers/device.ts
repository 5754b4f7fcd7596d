import Bowser from 'bowser';

/** A browser in words: `{ browser: 'Firefox', system: 'Linux' }`. Null for one that does not say, or not so that anybody knows it. */
export function deviceOf(userAgent: string): { readonly browser: string; readonly system: string } | null {
  if (userAgent === '') return null;
  const parser = Bowser.getParser(userAgent);
  const [browser, system] = [parser.getBrowserName(), parser.getOSName()];
  return browser && system ? { browser, system } : null;
}
