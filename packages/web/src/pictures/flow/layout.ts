import { sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey';
import { withoutRings } from './without-rings.ts';

export interface FlowNode {
  readonly id: string;
  readonly name: string;
  /** What the picture is about, and what left the chain, are drawn apart from the others. */
  readonly tone?: 'focus' | 'lost';
}

export interface FlowLink {
  readonly from: string;
  readonly to: string;
  /** How thick the band is, above zero; in one unit for all links of a picture. */
  readonly size: number;
  /** The exact figure with its unit. */
  readonly words: string;
}

export interface PlacedFlow {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly (FlowNode & {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  })[];
  readonly bands: readonly {
    readonly link: FlowLink;
    readonly path: string;
    readonly thickness: number;
  }[];
  /** Links that would close a ring: they stand in the table alone. */
  readonly left: readonly FlowLink[];
}

const NODE = 14;
const COLUMN = 190;
const ROW = 34;
const MARGIN = { top: 10, right: 150, bottom: 10, left: 8 };

/** Places a flow diagram from left to right. Links to or from nodes that are not given are left out. */
export function layoutFlow(nodes: readonly FlowNode[], links: readonly FlowLink[]): PlacedFlow {
  const known = new Set(nodes.map(({ id }) => id));
  const usable = links.filter(({ from, to, size }) => size > 0 && known.has(from) && known.has(to));
  const { drawn, left } = withoutRings(usable);
  const touched = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  const shown = nodes.filter(({ id }) => touched.has(id));
  if (shown.length === 0) return { width: 0, height: 0, nodes: [], bands: [], left };
  const columns = depthOf(drawn) + 1;
  const tallest = Math.max(...tally(shown, drawn));
  const width = MARGIN.left + MARGIN.right + (columns - 1) * COLUMN + NODE;
  const height = MARGIN.top + MARGIN.bottom + Math.max(120, tallest * ROW * 1.6);
  const graph = sankey<FlowNode, { readonly link: FlowLink }>()
    .nodeId(({ id }) => id)
    .nodeAlign(sankeyJustify)
    .nodeWidth(NODE)
    .nodePadding(ROW * 0.6)
    .extent([
      [MARGIN.left, MARGIN.top],
      [width - MARGIN.right, height - MARGIN.bottom],
    ])({
    nodes: shown.map((node) => ({ ...node })),
    links: drawn.map((link) => ({ source: link.from, target: link.to, value: link.size, link })),
  });
  const path = sankeyLinkHorizontal<FlowNode, { readonly link: FlowLink }>();
  return {
    width,
    height,
    nodes: graph.nodes.map(({ id, name, tone, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => ({
      ...{ id, name, x: x0, y: y0, width: x1 - x0, height: Math.max(2, y1 - y0) },
      ...(tone ? { tone } : {}),
    })),
    bands: graph.links.map((each) => ({
      link: each.link,
      path: path(each) ?? '',
      thickness: Math.max(1, each.width ?? 1),
    })),
    left,
  };
}

/** Steps of the longest way through links without rings. */
function depthOf(links: readonly FlowLink[]): number {
  return Math.max(0, ...depths(links).values());
}

function depths(links: readonly FlowLink[]): Map<string, number> {
  const depth = new Map<string, number>();
  for (let grew = true; grew; ) {
    grew = false;
    for (const { from, to } of links) {
      const found = (depth.get(from) ?? 0) + 1;
      if (found <= (depth.get(to) ?? 0)) continue;
      depth.set(to, found);
      grew = true;
    }
  }
  return depth;
}

/** How many nodes stand in each column. */
function tally(nodes: readonly FlowNode[], links: readonly FlowLink[]): number[] {
  const depth = depths(links);
  const counts: number[] = [];
  for (const { id } of nodes) {
    const column = depth.get(id) ?? 0;
    counts[column] = (counts[column] ?? 0) + 1;
  }
  return counts.map((count) => count ?? 0);
}
