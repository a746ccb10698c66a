/** A cell that a spreadsheet would run as a formula is kept as text. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180) under a header, line by line. */
export function csvLines(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [header, ...rows].map((row) => row.map(cell).join(','));
}
