/** One row of a CSV file; `number` is the one that a spreadsheet shows. */
export interface CsvRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Rows of RFC 4180 text with a comma, semicolon or tab between cells, by what the first line has most of. Blank rows are left out. */
export function csvRows(text: string): CsvRow[] {
  const [first = ''] = text.split('\n', 1);
  const count = (mark: string) => first.split(mark).length;
  const delimiter = [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  const rows: CsvRow[] = [];
  let [cells, cell, quoted, number]: [string[], string, boolean, number] = [[], '', false, 1];
  const close = () => {
    rows.push({ number, cells: [...cells, cell].map((each) => each.trim()) });
    [cells, cell] = [[], ''];
    number += 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] as string;
    if (quoted && mark === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (mark === '"') quoted = !quoted;
    else if (mark === delimiter && !quoted) [cells, cell] = [[...cells, cell], ''];
    else if (mark === '\n' && !quoted) close();
    else if (mark !== '\r') cell += mark;
  }
  if (cell !== '' || cells.length > 0) close();
  return rows.filter((row) => row.cells.some((each) => each !== ''));
}
