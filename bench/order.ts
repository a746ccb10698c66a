// A long order to the complete set of its drafts: graph, three-way match, the plan of entries, and every entry derived with all its
// fields. Beside it stands reading the same papers as JSON and writing them in canonical form, which nothing can do without.
//
//   node scripts/run.mjs bench/order.ts [lines of the order, 10000] [rounds, 5]

import { linkDocuments, matchOrders, orderFile } from '@portolan/documents';
import { assembleEntry, planEntries } from '@portolan/filing';
import { canonicalize, type JsonValue } from '@portolan/kernel';
import {
  broker,
  evidence,
  invoice,
  order,
  type Paper,
  packingList,
  shipment,
  tariff,
} from '../packages/filing/src/testing/papers.ts';

const [lines = 10_000, rounds = 5] = process.argv.slice(2).map(Number);
const DAY = '2026-06-12';
const given = {
  filer: { code: 'ZZ9', name: broker.name, did: broker.did ?? '' },
  typed: {},
  at: `${DAY}T16:00:00.000Z`,
};

const papers = evidence(longShipment(lines));
const texts = papers.map(({ document }) => JSON.stringify(document));
const times: Record<string, number[]> = {};

for (let round = 0; round <= rounds; round += 1) {
  const reading = timed(() => {
    for (const text of texts) canonicalize(JSON.parse(text) as JsonValue);
  });
  const graph = timed(() => orderFile(papers));
  const match = timed(() => matchOrders(graph.value, papers));
  const linked = timed(() => linkDocuments(papers));
  const plan = timed(() => planEntries(papers, DAY, linked.value));
  const drafts = timed(() =>
    plan.value.entries.map(({ evidence: own, links, part }) =>
      assembleEntry(own, { ...given, links, part }, tariff),
    ),
  );
  const derived = drafts.value.reduce((sum, { entry }) => sum + entry.lines.length, 0);
  if (derived !== lines) throw new Error(`${derived} of ${lines} lines derived`);
  // The first round warms up.
  if (round === 0)
    print('drafts', `${drafts.value.length} of ${lines} lines, ${match.value.length} findings`);
  else
    for (const [name, { ms }] of Object.entries({ reading, graph, match, linked, plan, drafts }))
      times[name] = [...(times[name] ?? []), ms];
}

const best = (name: string) => Math.min(...(times[name] ?? []));
const steps = ['graph', 'match', 'linked', 'plan', 'drafts'];
const all = steps.reduce((sum, name) => sum + best(name), 0);
for (const name of steps) print(name, `${best(name).toFixed(0)} ms`);
print('all of it', `${(all / 1000).toFixed(2)} s of processor time (limit 2 s)`);
print(
  'beside reading the papers',
  `${(all / best('reading')).toFixed(1)} times (${best('reading').toFixed(0)} ms)`,
);

/** One shipment whose order, invoice and packing list have many lines. */
function longShipment(count: number): Paper[] {
  const repeat = <T extends object>([first]: readonly T[], more: (at: number) => Partial<T>): T[] =>
    Array.from({ length: count }, (_, at) => ({ ...(first as T), number: String(at + 1), ...more(at) }));
  const amount = { amount: `${5500 * count}.00`, currency: 'USD' };
  const sku = (at: number) => ({ sku: `SKU-${at}`, description: `Mangoes, fresh, lot ${at}` });
  const long = {
    CommercialInvoice: {
      ...invoice,
      lines: repeat(invoice.lines, (at) => ({ ...sku(at), orderLine: String(at + 1) })),
      total: amount,
    },
    PurchaseOrder: { ...order, lines: repeat(order.lines, sku) },
    PackingList: {
      ...packingList,
      lines: repeat(packingList.lines, (at) => ({ ...sku(at), invoiceLine: String(at + 1) })),
    },
  };
  return shipment.map((paper) =>
    Object.hasOwn(long, paper.type)
      ? ({ ...paper, document: long[paper.type as keyof typeof long] } as Paper)
      : paper,
  );
}

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1000 };
}

function print(name: string, text: string): void {
  process.stdout.write(`${name.padEnd(28)} ${text}\n`);
}
