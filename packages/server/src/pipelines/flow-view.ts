import type { PipelineFlow } from '@portolan/contract';
import type { Flow } from '@portolan/programs';

/** More than this no picture shows; the smallest are left off. */
const MOST_LINKS = 400;

export function flowView({ nodes, links }: Flow): PipelineFlow {
  const largest = links
    .toSorted((left, right) => Number(right.volume) - Number(left.volume))
    .slice(0, MOST_LINKS);
  const shown = new Set(largest.flatMap(({ from, to }) => [from, to]));
  return {
    nodes: nodes.filter(({ id }) => shown.has(id)).map((node) => ({ ...node })),
    links: links.filter((link) => largest.includes(link)).map((link) => ({ ...link })),
    leftOff: links.length - largest.length,
  };
}
