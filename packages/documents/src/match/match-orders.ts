import { canonicalize } from '@portolan/kernel';
import { sortedByText } from '../compare/order.ts';
import type { Evidence } from '../evidence.ts';
import type { OrderFile } from '../graph/order-graph.ts';
import type { Paper } from '../graph/paper.ts';
import type { NamedParty } from '../schema/named-party.ts';
import type { MatchFinding } from './finding.ts';
import { headFindings } from './heads.ts';
import { lineFindings } from './lines.ts';
import { loadFindings, paperFindings } from './papers.ts';
import { type MatchPolicy, type Tolerances, tolerancesOn, usualPolicy } from './policy.ts';

/** The policy of a buyer. */
export type PolicyOf = (buyer: NamedParty | undefined) => MatchPolicy;

const rank: Readonly<Record<MatchFinding['severity'], string>> = { refer: '0', warn: '1', info: '2' };

/**
 * The three-way match: order, invoice, packing and transport, line by line and as a whole, beyond the tolerances that the
 * client's policy has on the day of each order. Gravest first, each in one sentence with the places and what to do; the order
 * of arrival changes nothing. A policy without a row for the day matches exactly. Where several clients' orders lie together,
 * `policy` answers for the buyer of each.
 */
export function matchOrders(
  file: OrderFile,
  evidence: readonly Evidence[],
  policy: MatchPolicy | PolicyOf = usualPolicy,
): MatchFinding[] {
  const policyOf = typeof policy === 'function' ? policy : () => policy;
  const tolerancesFor = ({ buyer }: Paper, day: string) => tolerancesOn(policyOf(buyer), day) ?? exactly;
  const findings = file.orders.flatMap((order, index) => {
    const states = file.graph.orders[index]?.lines ?? [];
    const tolerances = tolerancesFor(order.order, order.order.date ?? '');
    return [...headFindings(file, order), ...lineFindings(file, order, states, tolerances)];
  });
  const latest = latestDate(file);
  const loads = loadFindings(file, (paper) => tolerancesFor(paper, latest));
  const all = [...findings, ...paperFindings(file, evidence), ...loads];
  return sortedByText(all, (finding) => rank[finding.severity] + canonicalize(finding));
}

const exactly: Tolerances = {
  from: '1900-01-01',
  over: '0',
  under: '0',
  price: '0',
  weight: '0',
  source: 'no policy for the day',
  certainty: 'assumed',
};

function latestDate({ papers }: OrderFile): string {
  return papers.reduce(
    (latest, { stage, date = '' }) => (stage === 'order' && date > latest ? date : latest),
    '',
  );
}
