import type { GraphNode, MatchFinding, OrderGraph, OrderState } from '@portolan/documents';
import { counted } from '../output/format.ts';
import { table } from '../output/table.ts';

const most = 60;

/** An order with the sums of its lines, as people read it. */
export function stateLines({ number, buyer, seller, standing, lines }: OrderState): string[] {
  const rows = lines
    .slice(0, most)
    .map(({ number: line, description, unit, cancelled, sums }) => [
      line,
      description.slice(0, 30) + (cancelled ? ' (cancelled)' : ''),
      unit,
      ...[
        sums.ordered,
        sums.confirmed,
        sums.invoiced,
        sums.packed,
        sums.shipped,
        sums.arrived,
        sums.entered,
        sums.open,
      ],
    ]);
  const left = lines.length - rows.length;
  return [
    `Order ${number} of ${buyer} from ${seller}: ${standing.replace('-', ' ')}`,
    ...table(columns, rows),
    ...(left > 0 ? [`and ${counted(left, 'further line')}`] : []),
  ];
}

const columns = [
  { title: 'Line' },
  { title: 'Goods' },
  { title: 'Unit' },
  ...['Ordered', 'Confirmed', 'Invoiced', 'Packed', 'Shipped', 'Arrived', 'Entered', 'Open'].map((title) => ({
    title,
    align: 'right' as const,
  })),
];

/** The papers in their order, and what each belongs to. */
export function graphLines({ nodes, edges, loose }: OrderGraph): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const whole = edges.filter(({ from, to }) => from.line === undefined && to.line === undefined);
  const rows = nodes.slice(0, most).map((node) => [
    node.stage,
    node.number,
    node.date ?? '',
    whole
      .filter(({ to }) => to.node === node.id)
      .map(({ from, by, strength }) => `${named(byId.get(from.node))} (${by}; ${strength})`)
      .join(', ') || (loose.includes(node.id) ? 'no order at hand' : ''),
  ]);
  return [
    'Papers',
    ...table([{ title: 'Station' }, { title: 'Number' }, { title: 'Date' }, { title: 'Belongs to' }], rows),
    '',
  ];
}

function named(node: GraphNode | undefined): string {
  return node ? `${node.stage} ${node.number}` : '';
}

/** What the papers say differently, gravest first. */
export function findingsOf(findings: readonly MatchFinding[]): string[] {
  if (findings.length === 0) return ['Match', 'Order, invoice, packing and transport agree.'];
  return [
    'Match',
    ...findings.flatMap(({ severity, message, mend }) => [`${severity}: ${message}`, `  ${mend}`]),
  ];
}
