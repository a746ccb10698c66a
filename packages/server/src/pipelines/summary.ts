import type { PipelineMonthSummary } from '@portolan/contract';
import { Decimal, type Instant, sumDecimals } from '@portolan/kernel';
import type { Queryable } from '../trade/store/bulk.ts';
import type { MonthHead } from './month-messages.ts';
import type { PipelineRole } from './see.ts';

export type Counted = NonNullable<PipelineMonthSummary['counted']>;

/** A month in few figures, as lists show it: of what the organization is shown of it. */
export function summaryOf({
  head,
  role,
}: {
  readonly head: MonthHead;
  readonly role: PipelineRole;
}): Summary {
  return { role, counted: countedOf(head) };
}

function countedOf({ days, balance, process, findings }: MonthHead): Counted {
  const inState = (state: string) => days.filter((day) => day.state === state).length;
  const entered = (state: string) => days.filter(({ entryState }) => entryState === state).length;
  const weighing = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return {
    volume: sumDecimals(days.map(({ volume }) => Decimal.of(volume))).toString(),
    days: {
      measured: inState('measured') + inState('no-flow'),
      partly: inState('partly'),
      missing: inState('missing'),
      ahead: inState('ahead'),
    },
    owners: new Set(days.flatMap(({ owners }) => owners.map(({ did }) => did))).size,
    process: process.kind,
    imbalance: balance.imbalance,
    allowed: balance.allowed,
    findings: { refused: weighing('refused'), serious: weighing('serious'), notice: weighing('notice') },
    entries: { entered: entered('entered'), open: entered('open'), late: entered('late') },
  };
}

const MOST_RANK = 2_000_000_000;

/** Who holds the papers of all owners, and so can tell whether a line closes. */
const balancing: ReadonlySet<PipelineRole> = new Set(['operator', 'agency']);

/** Thousandths of what is allowed that a balance is off by; without an allowance thousandths of a barrel. */
export function imbalanceRank({ imbalance, allowed }: Pick<Counted, 'imbalance' | 'allowed'>): number {
  const off = Math.abs(Number(imbalance)) * 1000;
  const rank = Number(allowed) > 0 ? off / Number(allowed) : off;
  return Math.min(MOST_RANK, Math.round(rank));
}

interface MonthOf {
  readonly tenantId: string;
  readonly line: string;
  readonly month: string;
}

/** What is kept of a month for lists. */
export interface Summary {
  readonly role: PipelineRole;
  readonly counted: Counted;
}

/** Keeps what lists show of a month. `stamp` says by which papers and on which day it was counted. */
export async function keepSummary(
  db: Queryable,
  { tenantId, line, month }: MonthOf,
  stamp: string,
  at: Instant,
  summary: Summary | undefined,
): Promise<void> {
  const counted = summary?.counted;
  await db.query({
    name: 'pipeline-summary-keep',
    text: `insert into pipeline_months (tenant_id, line, month, stamp, computed_at, imbalance, gaps, findings, summary)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           on conflict (tenant_id, line, month) do update set stamp = excluded.stamp, computed_at = excluded.computed_at,
             imbalance = excluded.imbalance, gaps = excluded.gaps, findings = excluded.findings, summary = excluded.summary`,
    values: [
      ...[tenantId, line, month, stamp, at],
      summary && balancing.has(summary.role) ? imbalanceRank(summary.counted) : 0,
      counted ? counted.days.missing + counted.days.partly : 0,
      counted ? counted.findings.refused + counted.findings.serious : 0,
      JSON.stringify(summary ?? null),
    ],
  });
}
