/** Cells of RFC 4180 text: quoted fields, doubled quotes, either line ending; blank lines left out. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const source = text.replace(/^\uFEFF/, '');
  for (let at = 0; at <= source.length; at += 1) {
    const char = source[at];
    if (quoted && char !== undefined) {
      if (char !== '"') cell += char;
      else if (source[at + 1] === '"') {
        cell += char;
        at += 1;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',' || char === '\n' || char === undefined) {
      row.push(cell.replace(/\r$/, ''));
      cell = '';
      if (char !== ',') {
        if (row.some((one) => one.trim() !== '')) rows.push(row);
        row = [];
      }
    } else cell += char;
  }
  return rows;
}
