/** Makes workbooks for tests: as small as a spreadsheet program would accept them. */

export interface PackedPart {
  readonly name: string;
  readonly content: string;
  /** What the directory says of its size, where it lies. */
  readonly claimedSize?: number;
}

/** A ZIP archive whose parts are packed by `deflate` (raw DEFLATE, of node:zlib). */
export function zip(parts: readonly PackedPart[], deflate: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content, claimedSize } of parts) {
    const bytes = new TextEncoder().encode(content);
    const packed = deflate(bytes);
    const title = new TextEncoder().encode(name);
    const size = claimedSize ?? bytes.length;
    const local = record(
      0x04034b50,
      [
        [20, 2],
        [0, 2],
        [8, 2],
        [0, 4],
        [0, 4],
        [packed.length, 4],
        [size, 4],
        [title.length, 2],
        [0, 2],
      ],
      title,
    );
    directory.push(
      record(
        0x02014b50,
        [
          [20, 2],
          [20, 2],
          [0, 2],
          [8, 2],
          [0, 4],
          [0, 4],
          [packed.length, 4],
          [size, 4],
          [title.length, 2],
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 4],
          [offset, 4],
        ],
        title,
      ),
    );
    chunks.push(local, packed);
    offset += local.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = record(
    0x06054b50,
    [
      [0, 2],
      [0, 2],
      [parts.length, 2],
      [parts.length, 2],
      [size, 4],
      [offset, 4],
      [0, 2],
    ],
    new Uint8Array(),
  );
  return Uint8Array.from([...chunks, ...directory, end].flatMap((chunk) => [...chunk]));
}

function record(mark: number, fields: readonly (readonly [number, 2 | 4])[], tail: Uint8Array): Uint8Array {
  const length = 4 + fields.reduce((sum, [, width]) => sum + width, 0);
  const bytes = new Uint8Array(length + tail.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, mark, true);
  let at = 4;
  for (const [value, width] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  bytes.set(tail, length);
  return bytes;
}

const cellOf = (value: string, reference: string) =>
  /^-?\d+(\.\d+)?$/.test(value)
    ? `<c r="${reference}"><v>${value}</v></c>`
    : `<c r="${reference}" t="inlineStr"><is><t>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;

/** The parts of a workbook with one sheet of rows. A cell given as XML ('<c …') stays as it is. */
export function sheetParts(rows: readonly (readonly string[])[]): PackedPart[] {
  const data = rows
    .map((cells, row) => {
      const written = cells.map((cell, column) =>
        cell.startsWith('<c') ? cell : cellOf(cell, `${String.fromCharCode(65 + column)}${row + 1}`),
      );
      return `<row r="${row + 1}">${written.join('')}</row>`;
    })
    .join('');
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return [
    { name: 'xl/workbook.xml', content: `<workbook ${main}/>` },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet ${main}><sheetData>${data}</sheetData></worksheet>`,
    },
  ];
}
