import type { MeasurementTicket, PipelineProfile } from '@portolan/documents';
import type { Instant } from '@portolan/kernel';
import type { Signed } from '../../signed.ts';
import { moment } from '../stream/moment.ts';
import { byLog } from '../stream/standing.ts';
import { found } from './find.ts';
import type { LineFinding } from './line-month.ts';

/** A ticket of a border meter of the line, with its span as instants. */
export interface BorderTicket {
  readonly paper: Signed<'MeasurementTicket'>;
  readonly document: MeasurementTicket;
  readonly digest: string;
  readonly batch: string;
  readonly point: string;
  readonly from: Instant;
  readonly to: Instant;
}

export interface BorderTickets {
  /** Those that count, in the order of time. */
  readonly counted: readonly BorderTicket[];
  readonly findings: readonly LineFinding[];
}

const kindOfPoint: Readonly<Record<MeasurementTicket['kind'], readonly string[]>> = {
  border: ['border'],
  injection: ['receipt', 'tank', 'blend', 'interconnect'],
  delivery: ['delivery', 'tank', 'interconnect'],
  transfer: ['tank', 'interconnect', 'receipt', 'delivery', 'blend', 'border'],
};

/**
 * The tickets of the line's border meters. One of a meter that the profile does not name measures nothing that could be placed; one
 * that measures mostly a time that was measured already does not count a second time.
 */
export function borderTickets(
  tickets: readonly Signed<'MeasurementTicket'>[],
  profile: PipelineProfile,
): BorderTickets {
  const findings: LineFinding[] = [];
  const points = new Map(profile.points.map((point) => [point.id, point.kind]));
  const border: BorderTicket[] = [];
  for (const paper of [...tickets].sort(byLog)) {
    const { document, digest } = paper;
    const { batch, from, kind, line, number, operator, point, to } = document;
    if (line !== profile.line || operator.did !== profile.operator.did) continue;
    const known = points.get(point);
    const where = { batch, evidence: [digest] };
    if (known === undefined) findings.push(found('OIL_METER_UNKNOWN', { number, point }, where));
    else if (!kindOfPoint[kind].includes(known))
      findings.push(found('OIL_METER_KIND', { number, kind, point, known }, where));
    else if (kind === 'border')
      border.push({ paper, document, digest, batch, point, from: moment(from), to: moment(to) });
  }
  const counted: BorderTicket[] = [];
  for (const meter of Map.groupBy(border, ({ point }) => point).values())
    counted.push(...withoutOverlap(meter, findings));
  counted.sort((a, b) => (a.from + a.to + a.digest < b.from + b.to + b.digest ? -1 : 1));
  return { counted, findings: [...findings, ...gaps(counted)] };
}

/** Tickets of one meter, those known first before the others. Neighbours in time are found by a sorted list. */
function withoutOverlap(tickets: readonly BorderTicket[], findings: LineFinding[]): BorderTicket[] {
  const kept: BorderTicket[] = [];
  for (const ticket of tickets) {
    let index = place(kept, ticket.from);
    // Those kept do overlap by less than half, so that only near neighbours can reach into this one.
    while (index > 0 && (kept[index - 1] as BorderTicket).to > ticket.from) index -= 1;
    let stands = true;
    for (; index < kept.length && (kept[index] as BorderTicket).from < ticket.to; index += 1) {
      const other = kept[index] as BorderTicket;
      if (other.to <= ticket.from) continue;
      const span = { from: max(ticket.from, other.from), to: min(ticket.to, other.to) };
      const most = length(span) * 2 >= Math.min(length(ticket), length(other));
      if (most) stands = false;
      findings.push(overlap(ticket, other, span, most));
    }
    if (stands) kept.splice(place(kept, ticket.from), 0, ticket);
  }
  return kept;
}

function overlap(
  { batch, digest, document, point }: BorderTicket,
  other: BorderTicket,
  { from, to }: { from: string; to: string },
  most: boolean,
): LineFinding {
  const outcome = most
    ? `${other.document.number}, known first, counts`
    : 'both count until one is corrected';
  return found(
    'OIL_TICKETS_OVERLAP',
    { number: document.number, other: other.document.number, point, from, to, outcome },
    { batch, evidence: [digest, other.digest] },
  );
}

function place(tickets: readonly BorderTicket[], from: string): number {
  let [low, high] = [0, tickets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tickets[middle] as BorderTicket).from <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A totalizer that does not open where it closed was read wrong, or a ticket is missing. */
function gaps(tickets: readonly BorderTicket[]): LineFinding[] {
  const findings: LineFinding[] = [];
  for (const meter of Map.groupBy(tickets, ({ point }) => point).values())
    for (const [index, next] of meter.entries()) {
      const before = meter[index - 1];
      const close = before?.document.readings?.close;
      const open = next.document.readings?.open;
      if (!before || !close || !open || close.unit !== open.unit) continue;
      if (sameNumber(close.value, open.value) || isRollover(before.document, open.value)) continue;
      findings.push(
        found(
          'OIL_TOTALIZER_GAP',
          {
            ...{ point: next.point, closed: close.value, opened: open.value },
            ...{ number: before.document.number, next: next.document.number },
          },
          { batch: next.batch, evidence: [before.digest, next.digest] },
        ),
      );
    }
  return findings;
}

function sameNumber(a: string, b: string): boolean {
  return a === b || trimmed(a) === trimmed(b);
}

function trimmed(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}

/** A counter that reached its end shows zero next. */
function isRollover({ readings }: MeasurementTicket, opened: string): boolean {
  const { close, rollsAt } = readings ?? {};
  return (
    close !== undefined &&
    rollsAt !== undefined &&
    sameNumber(close.value, rollsAt) &&
    sameNumber(opened, '0')
  );
}

function length({ from, to }: { readonly from: string; readonly to: string }): number {
  return Date.parse(to) - Date.parse(from);
}

function max(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

function min(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
