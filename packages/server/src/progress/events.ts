import type { Milestone } from '@portolan/contract';
import type { EntryEvents } from '@portolan/filing';
import type { JsonObject } from '@portolan/kernel';
import type { MilestoneRow } from './store.ts';

/** What was recorded of an entry as events that its terms run by; the latest record of a kind counts. */
export function eventsOfMilestones(rows: readonly MilestoneRow[]): EntryEvents {
  const last = (kind: MilestoneRow['kind']) => rows.findLast((row) => row.kind === kind);
  const [summary, rejected] = [last('summary'), last('rejected')];
  const stands = summary && !(rejected && rejected.recorded_at > summary.recorded_at);
  const day = (row: MilestoneRow | undefined) => row?.happened_on;
  return {
    ...on('releasedOn', day(last('released'))),
    ...on('summaryFiledOn', stands ? day(summary) : undefined),
    ...on('paidOn', day(last('paid'))),
    ...on('liquidatedOn', day(last('liquidated'))),
  };
}

function on(name: keyof EntryEvents, day: string | undefined): EntryEvents {
  return day === undefined ? {} : { [name]: day };
}

/** A record as the contract shows it. */
export function milestoneView(row: MilestoneRow): Milestone {
  const { kind, happened_on, note, recorded_by, recorded_at, digest, signed } = row;
  return {
    ...{ kind, on: happened_on, note, by: recorded_by, at: recorded_at },
    ...{ digest, signed: signed as JsonObject },
  };
}
