/**
 * Reads RFC 4180 text (quoted fields, doubled quotes, either line ending) as rows keyed by the first row.
 * A first line that starts with `#` and blank lines are comments of the publisher and are left out.
 */
export function readCsv(text: string): Record<string, string>[] {
  const [header, ...rows] = fields(withoutComments(text));
  if (header === undefined) return [];
  return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])));
}

function withoutComments(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .join('\n');
}

function fields(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/g)) {
    const [, raw = '', end] = match;
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === ',') continue;
    rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows;
}
