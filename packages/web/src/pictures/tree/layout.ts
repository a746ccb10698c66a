export interface TreeNode {
  readonly id: string;
  readonly name: string;
  /** A second, smaller line, such as what it is and how much. */
  readonly words: string;
  /** Column: below zero what came before, above zero what came after; zero for what the picture is about. */
  readonly generation: number;
}

export interface TreeLink {
  readonly from: string;
  readonly to: string;
}

export interface PlacedTree {
  readonly width: number;
  readonly height: number;
  readonly box: { readonly width: number; readonly height: number };
  readonly nodes: readonly (TreeNode & { readonly x: number; readonly y: number })[];
  readonly paths: readonly { readonly link: TreeLink; readonly path: string }[];
  /** Nodes beyond the most that are drawn, left to the table. */
  readonly left: number;
}

const BOX = { width: 172, height: 48 };
const GAP = { across: 56, down: 16 };
const MARGIN = 8;

/**
 * Places a family in columns by generation, each column ordered by where its relatives of the column before stand, so that
 * lines cross little. The nearest generations are drawn first, up to `most` boxes.
 */
export function layoutTree(all: readonly TreeNode[], links: readonly TreeLink[], most = 80): PlacedTree {
  const nearest = [...all].sort((a, b) => Math.abs(a.generation) - Math.abs(b.generation));
  const nodes = nearest.slice(0, most);
  const columns = columnsOf(nodes, links);
  const tallest = Math.max(1, ...columns.map((column) => column.length));
  const height = tallest * (BOX.height + GAP.down) - GAP.down + 2 * MARGIN;
  const width = Math.max(1, columns.length) * (BOX.width + GAP.across) - GAP.across + 2 * MARGIN;
  const placed = columns.flatMap((column, index) => {
    const top = (height - (column.length * (BOX.height + GAP.down) - GAP.down)) / 2;
    return column.map((node, row) => ({
      ...node,
      x: MARGIN + index * (BOX.width + GAP.across),
      y: top + row * (BOX.height + GAP.down),
    }));
  });
  const byId = new Map(placed.map((node) => [node.id, node]));
  const paths = links.flatMap((link) => {
    const [from, to] = [byId.get(link.from), byId.get(link.to)];
    return from && to ? [{ link, path: curve(from, to) }] : [];
  });
  return { width, height, box: BOX, nodes: placed, paths, left: all.length - nodes.length };
}

function columnsOf(nodes: readonly TreeNode[], links: readonly TreeLink[]): TreeNode[][] {
  const byGeneration = Map.groupBy(nodes, ({ generation }) => generation);
  const generations = [...byGeneration.keys()].sort((a, b) => a - b);
  const places = new Map<string, number>();
  return generations.map((generation) => {
    const column = byGeneration.get(generation) ?? [];
    const before = new Map(column.map(({ id }) => [id, meanPlace(id, links, places)]));
    const ordered = [...column].sort(
      (a, b) => (before.get(a.id) ?? 0) - (before.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1),
    );
    for (const [index, { id }] of ordered.entries()) places.set(id, index);
    return ordered;
  });
}

/** Where the relatives that are placed already stand, on average. */
function meanPlace(id: string, links: readonly TreeLink[], places: ReadonlyMap<string, number>): number {
  const others = links.flatMap(({ from, to }) => (to === id ? [from] : from === id ? [to] : []));
  const known = others.flatMap((other) => places.get(other) ?? []);
  return known.length === 0 ? 0 : known.reduce((sum, place) => sum + place, 0) / known.length;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** From the right side of a box to the left side of another; a link back leaves and comes in below. */
function curve(from: Spot, to: Spot): string {
  const [x0, y0] = [from.x + BOX.width, from.y + BOX.height / 2];
  const [x1, y1] = [to.x, to.y + BOX.height / 2];
  const middle = (x0 + x1) / 2;
  return `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}`;
}
