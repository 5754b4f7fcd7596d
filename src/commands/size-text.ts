const UNITS = ['kB', 'MB', 'GB', 'TB'];

/** `12 kB`, `3.4 GB`: as `df -H` counts. */
export function sizeText(bytes: number): string {
  let size = bytes / 1000;
  let unit = 0;
  for (; size >= 1000 && unit < UNITS.length - 1; unit++) size /= 1000;
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit]}`;
}
