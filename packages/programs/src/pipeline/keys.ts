import type { Evidence } from '@portolan/documents';
import { addMonths, addSeconds, type CalendarDate, date, type Instant, instant } from '@portolan/kernel';
import type { PaperKeys } from './board.ts';

/** A meter's day begins up to so long before or after the day by UTC. */
const MARGIN_SECONDS = 86_400;
const MONTHS_AT_MOST = 36;

const none = { lines: [], months: [], near: [], makes: [], takes: [], about: [] } as const;

/** What a paper of a pipeline is found by: its line, the months that it speaks of, and the lots that it fills, takes from or is about. */
export function pipelineKeys(evidence: Evidence): PaperKeys {
  const { number } = 'number' in evidence.document ? evidence.document : { number: '' };
  return { ...none, number, ...keysOf(evidence) };
}

function keysOf(evidence: Evidence): Partial<PaperKeys> {
  switch (evidence.type) {
    case 'PipelineProfile': {
      const { line, name, operator, commodities } = evidence.document;
      return { lines: [line], named: { name, operator }, ...commodityOf(commodities[0]) };
    }
    case 'LiquidProduction': {
      const { lot, from, to } = evidence.document;
      return { ...times(from, to), makes: [lot] };
    }
    case 'MeasurementTicket': {
      const { line, operator, kind, batch, stock, from, to, commodity } = evidence.document;
      const fills = kind === 'injection';
      return {
        ...{ ...times(from, to), lines: [line], named: { operator }, ...commodityOf(commodity) },
        ...{ makes: fills ? [batch] : [], takes: fills && stock ? [stock] : [], about: fills ? [] : [batch] },
      };
    }
    case 'LiquidBlend': {
      const { line, at, inputs, outputs } = evidence.document;
      const lots = { makes: outputs.map(({ lot }) => lot), takes: inputs.map(({ lot }) => lot) };
      return { ...times(at, at), lines: line ? [line] : [], ...lots };
    }
    case 'TitleTransfer': {
      const { line, batch, effectiveAt } = evidence.document;
      return { ...times(effectiveAt, effectiveAt), lines: [line], about: [batch] };
    }
    case 'CustodyTransfer': {
      const { lot, at } = evidence.document;
      return { ...times(at, at), about: [lot] };
    }
    case 'InBondMovement': {
      const { goods, movedAt } = evidence.document;
      return { ...times(movedAt, movedAt), about: goods.map(({ lot }) => lot) };
    }
    default:
      return lineWide(evidence);
  }
}

/** Papers about a line as a whole. */
function lineWide(evidence: Evidence): Partial<PaperKeys> {
  switch (evidence.type) {
    case 'PipelineStock': {
      const { line, operator, at } = evidence.document;
      return { ...closing(at), lines: [line], named: { operator } };
    }
    case 'PipelineAllocation': {
      const { line, operator, day } = evidence.document;
      const noon = instant(`${day}T12:00:00Z`);
      return { ...times(noon, noon), lines: [line], named: { operator } };
    }
    case 'PipelineNomination': {
      const { line, operator, month, batches } = evidence.document;
      return { lines: [line], months: [month], named: { operator }, ...commodityOf(batches[0]?.commodity) };
    }
    case 'PipelineManifest': {
      const { line, operator, month, days } = evidence.document;
      return { lines: [line], months: [month], named: { operator }, ...commodityOf(days[0]?.commodity) };
    }
    case 'DeliveryStatement': {
      const { line, operator, month } = evidence.document;
      return { lines: [line], months: [month], named: { operator } };
    }
    default:
      return {};
  }
}

function commodityOf(commodity: string | undefined): { commodity?: string } {
  return commodity === undefined ? {} : { commodity };
}

/** Months between two moments, and those within a day of them. A span of years names its first ones. */
function times(from: string, to: string): { months: string[]; near: string[]; beginsAt: Instant } {
  const beginsAt = instant(from);
  const months = monthsBetween(beginsAt, instant(to));
  const wide = monthsBetween(addSeconds(beginsAt, -MARGIN_SECONDS), addSeconds(instant(to), MARGIN_SECONDS));
  return { months, near: wide.filter((month) => !months.includes(month)), beginsAt };
}

/** What is in the line when a month ends is of that month; the next one only begins with it. */
function closing(at: string): ReturnType<typeof times> {
  const { beginsAt, months, near } = times(at, at);
  const closed = addSeconds(beginsAt, -MARGIN_SECONDS).slice(0, 7);
  return { beginsAt, months: [closed], near: [...months, ...near].filter((month) => month !== closed) };
}

function monthsBetween(from: Instant, to: Instant): string[] {
  const months = [from.slice(0, 7)];
  let first: CalendarDate = date(`${from.slice(0, 7)}-01`);
  while (first.slice(0, 7) < to.slice(0, 7) && months.length < MONTHS_AT_MOST) {
    first = addMonths(first, 1);
    months.push(first.slice(0, 7));
  }
  return months;
}
