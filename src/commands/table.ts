type Cell = string | number;

const GAP = '  ';

/** Lays rows out in columns under their titles: numbers to the right, text to the left. */
export function table(titles: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const widths = titles.map((title, column) =>
    rows.reduce((width, row) => Math.max(width, String(row[column]).length), title.length),
  );
  const line = (cells: readonly Cell[], isNumber: (column: number) => boolean): string =>
    cells
      .map((cell, column) =>
        isNumber(column) ? String(cell).padStart(widths[column] ?? 0) : String(cell).padEnd(widths[column] ?? 0),
      )
      .join(GAP)
      .trimEnd();
  const hasNumbers = (column: number): boolean => typeof rows[0]?.[column] === 'number';
  return [line(titles, hasNumbers), ...rows.map((row) => line(row, hasNumbers))].join('\n');
}

/** `1 post`, `2 posts`, `1,000 posts`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;

/** A moment as operators compare it with their logs: UTC, to the second. */
export const momentText = (moment: Date | null): string =>
  moment === null ? 'never' : moment.toISOString().slice(0, 19).replace('T', ' ');
