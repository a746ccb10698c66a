/** How the cells of a column stand: numbers to the right. */
export type Align = 'left' | 'right';

export interface TableColumn {
  readonly title: string;
  readonly align?: Align;
}

/** Rows under their headings, aligned; a rule under the headings. Nothing for no rows. */
export function table(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const widths = columns.map(({ title }, index) =>
    Math.max(width(title), ...rows.map((row) => width(row[index] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) => pad(cells[index] ?? '', widths[index] ?? 0, align))
      .join('  ')
      .trimEnd();
  return [
    line(columns.map(({ title }) => title)),
    widths.map((size) => '-'.repeat(size)).join('  '),
    ...rows.map(line),
  ];
}

/** Names and values in two aligned columns. */
export function facts(pairs: readonly (readonly [name: string, value: string | undefined])[]): string[] {
  const known = pairs.filter((pair): pair is [string, string] => pair[1] !== undefined);
  const size = Math.max(0, ...known.map(([name]) => width(name)));
  return known.map(([name, value]) => `${name.padEnd(size)}  ${value}`);
}

function pad(cell: string, size: number, align: Align = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, size - width(cell)));
  return align === 'right' ? blanks + cell : cell + blanks;
}

/** Places that a text takes in a terminal, combining marks taking none. */
function width(text: string): number {
  return [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
}
