/** A cell that a spreadsheet would run as a formula is kept as text. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180) with a header. */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n');
}

/** Reads CSV (RFC 4180) into records named by its header; empty lines are passed over. */
export function fromCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = cells(text.replace(/^\ufeff/, ''));
  return rows
    .filter((row) => row.some((value) => value.trim() !== ''))
    .map((row) => Object.fromEntries(header.map((name, index) => [name.trim(), (row[index] ?? '').trim()])));
}

function cells(text: string): string[][] {
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/g;
  const rows: string[][] = [[]];
  for (const match of text.matchAll(pattern)) {
    if (match.index === text.length && match[3] === '' && rows.at(-1)?.length === 0) break;
    rows.at(-1)?.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === '') break;
    if (match[3] !== ',') rows.push([]);
  }
  return rows;
}
