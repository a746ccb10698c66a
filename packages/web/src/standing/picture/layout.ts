import type { Picture, PictureEdge } from '@portolan/parties';

const BOX = { width: 148, height: 46 };
const GAP = 20;
const ROW = 108;
const LINE = 19;

export interface PlacedNode {
  readonly id: string;
  readonly name: string;
  /** The name in at most two lines. */
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

export interface PlacedEdge {
  readonly edge: PictureEdge;
  /** Number of the line, the same in the table. */
  readonly number: number;
  readonly from: Point;
  readonly to: Point;
  readonly label: Point;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly box: typeof BOX;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/**
 * Places a picture for drawing: whom it is about at the bottom, whoever stands next to it above, and so on upward. Rows hold so
 * many boxes that the whole fits the width, and every other row is shifted, so that lines pass between boxes.
 */
export function layoutPicture({ nodes, edges }: Picture, focus: string, perRow: number): Layout {
  const rows = rowsOf(
    nodes.map(({ id }) => id),
    edges,
    focus,
    perRow,
  );
  const step = BOX.width + GAP;
  const widest = Math.min(perRow, Math.max(...rows.map((row) => row.length)));
  const shift = rows.length > 2 ? step / 4 : 0;
  const width = widest * step - GAP + 2 * shift + 8;
  const height = (rows.length - 1) * ROW + BOX.height + 8;
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const placed = rows.flatMap((row, index) => {
    const left = (width - (row.length * step - GAP)) / 2 + (index % 2 === 0 ? -shift : shift);
    return row.map((id, place) => ({
      ...{ id, name: names.get(id) ?? id, lines: wrapped(names.get(id) ?? id) },
      x: left + place * step + BOX.width / 2,
      y: height - 4 - BOX.height / 2 - index * ROW,
    }));
  });
  return { width, height, box: BOX, nodes: placed, edges: placedEdges(edges, placed) };
}

/** Nodes by their distance from the focus, in rows of at most so many. */
function rowsOf(
  ids: readonly string[],
  edges: readonly PictureEdge[],
  focus: string,
  perRow: number,
): string[][] {
  const distances = new Map([[focus, 0]]);
  for (const [id, distance] of distances)
    for (const { from, to } of edges) {
      const other = from === id ? to : to === id ? from : undefined;
      if (other !== undefined && !distances.has(other)) distances.set(other, distance + 1);
    }
  const levels = Map.groupBy(ids, (id) => distances.get(id) ?? distances.size);
  return [...levels.keys()]
    .sort((a, b) => a - b)
    .flatMap((distance) => chunks(levels.get(distance) ?? [], perRow));
}

function chunks(ids: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, index) =>
    ids.slice(index * size, (index + 1) * size),
  );
}

function placedEdges(edges: readonly PictureEdge[], nodes: readonly PlacedNode[]): PlacedEdge[] {
  const places = new Map(nodes.map((node) => [node.id, node]));
  return edges.flatMap((edge, index) => {
    const [start, end] = [places.get(edge.from), places.get(edge.to)];
    const before = edges
      .slice(0, index)
      .filter(({ from, to }) => from === edge.from && to === edge.to).length;
    return start && end ? [placedEdge(edge, index, before, start, end)] : [];
  });
}

/**
 * A line keeps to its own side, so that two parties that vouch for each other show two lines. Its number stands near where it
 * begins, before any box that it passes behind; of several lines between the same two, one number after the other.
 */
function placedEdge(edge: PictureEdge, index: number, before: number, start: Point, end: Point): PlacedEdge {
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const along = { x: (end.x - start.x) / length, y: (end.y - start.y) / length };
  const side = { x: -along.y * 7, y: along.x * 7 };
  const beside = (point: Point) => ({ x: point.x + side.x, y: point.y + side.y });
  const from = beside(borderOf(start, end));
  const to = beside(borderOf(end, start));
  const distance = 16 + 21 * before;
  const label = { x: from.x + along.x * distance, y: from.y + along.y * distance };
  return { edge, number: index + 1, from, to, label };
}

/** Where the line from a box's middle towards another point leaves the box. */
function borderOf(box: Point, towards: Point): Point {
  const dx = towards.x - box.x;
  const dy = towards.y - box.y;
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : BOX.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : BOX.height / 2 / Math.abs(dy),
  );
  return Number.isFinite(scale) ? { x: box.x + dx * scale, y: box.y + dy * scale } : box;
}

/** A name in at most two lines; what does not fit ends in an ellipsis. */
export function wrapped(name: string): string[] {
  const lines = [''];
  for (const word of name.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= LINE) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  const [first = '', second, ...rest] = lines;
  const cut = (line: string, more: boolean) =>
    line.length > LINE || more ? `${line.slice(0, LINE - 1)}…` : line;
  return second === undefined ? [cut(first, false)] : [cut(first, false), cut(second, rest.length > 0)];
}
