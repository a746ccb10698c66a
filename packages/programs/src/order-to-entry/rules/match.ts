import { type MatchFinding, matchOrders } from '@portolan/documents';
import type { Finding } from '../../finding.ts';
import type { OrderCase } from '../case.ts';
import { codeOfKind, orderCatalogue } from '../catalogue.ts';

/** What order, invoice, packing and transport say differently, beyond the tolerances in force on the day of the order. */
export function checkMatch(c: OrderCase): Finding[] {
  const { file, dossier, reference } = c;
  return matchOrders(file, dossier.evidence, reference.agreements.policy).map((found) => findingOf(c, found));
}

function findingOf(c: OrderCase, { kind, severity, sides, message, mend }: MatchFinding): Finding {
  const evidence = [...new Set(sides.map(({ node }) => node))]
    .filter((node) => c.dossier.evidence.some(({ digest }) => digest === node))
    .sort();
  const params = { detail: message.replace(/\.$/, ''), mend };
  return {
    ...orderCatalogue.refuse(codeOfKind[kind], { path: pathOf(c, sides), params }),
    severity: kind === 'quantity-drift' && takesPart(c, sides) ? 'info' : severity,
    ...(evidence.length > 0 ? { evidence } : {}),
  };
}

/** The entry takes a part of the invoice line: that less came than was invoiced is what it says itself. */
function takesPart(c: OrderCase, sides: MatchFinding['sides']): boolean {
  const index = /^\/lines\/(\d+)/.exec(pathOf(c, sides))?.[1];
  return index !== undefined && c.dossier.entry.lines[Number(index)]?.invoice.quantity !== undefined;
}

/** The line of the entry that a side speaks of; the whole entry where none is. */
function pathOf({ enteredAt }: OrderCase, sides: MatchFinding['sides']): string {
  for (const { node, pointer } of sides) {
    const line = /^\/lines\/\d+/.exec(pointer)?.[0];
    const index = line === undefined ? undefined : enteredAt.get(`${node}${line}`);
    if (index !== undefined) return `/lines/${index}`;
  }
  return '';
}
