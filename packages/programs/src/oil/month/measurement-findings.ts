import type { MeasurementTicket } from '@portolan/documents';
import { inForce } from '@portolan/filing';
import { Decimal } from '@portolan/kernel';
import type { Signed } from '../../signed.ts';
import { commodityNamed } from '../facts/tables.ts';
import { moment } from '../stream/moment.ts';
import type { MonthBook } from './book.ts';
import { type MonthCode, monthCodes } from './catalogue.ts';
import { dayOf, type ExactCrossing } from './crossings.ts';
import { type Found, found } from './find.ts';
import { gravityFindings, straddle } from './gravity-findings.ts';
import type { LineFinding } from './line-month.ts';
import { volumeFindings } from './volume-findings.ts';

/**
 * Figures that do not agree: readings and report, gross and net, gravity and density, one base and another. The reported figure
 * stands by policy; what it differs from is remarked.
 */
export function measurementFindings(book: MonthBook, crossings: readonly ExactCrossing[]): LineFinding[] {
  const { days, from, input, papers, to, volumes } = book;
  const unread = volumes.unread.map(({ digest, refusal: { code, message, params = {} } }) =>
    isMonthCode(code)
      ? found(code, params, { evidence: [digest] })
      : found('OIL_VOLUME_UNREAD', { reason: message }, { evidence: [digest] }),
  );
  const own = papers.tickets.papers.filter(
    ({ document }) =>
      document.line === input.profile.line && moment(document.from) < to && from < moment(document.to),
  );
  return [
    ...unread,
    ...own.flatMap((ticket) =>
      ticketFindings(book, ticket, dayOf(days, moment(ticket.document.from))?.day ?? days[0]?.day ?? ''),
    ),
    ...crossings.flatMap(straddle),
  ];
}

function ticketFindings(
  { input: { tables } }: MonthBook,
  { digest, document }: Signed<'MeasurementTicket'>,
  day: string,
): LineFinding[] {
  const facts = commodityNamed(tables, document.commodity);
  const policy = inForce(tables.readings, day);
  const where = { day, batch: document.batch, evidence: [digest] };
  if (!facts)
    return [
      found(
        'OIL_COMMODITY_UNKNOWN',
        { paper: 'Ticket', number: document.number, commodity: document.commodity },
        where,
      ),
    ];
  if (!policy) return [];
  const context = { commodity: document.commodity, day, tables: tables.measurement };
  const limit = inForce(
    tables.measurement.waterLimits.filter(({ commodity }) => commodity === document.commodity),
    day,
  );
  return [
    ...gravityFindings(document, facts, policy, context),
    ...volumeFindings(document, policy, tables, day),
    ...waterFindings(document, limit?.percent),
  ].map(([code, params]) => found(code, { number: document.number, ...params }, where));
}

function isMonthCode(code: string): code is MonthCode {
  return Object.hasOwn(monthCodes, code);
}

function waterFindings({ readings, reported }: MeasurementTicket, limit: string | undefined): Found[] {
  const water = reported.sedimentAndWater ?? readings?.sedimentAndWater;
  if (limit === undefined || water === undefined || !Decimal.of(water).gt(Decimal.of(limit))) return [];
  return [['OIL_WATER_OVER_LIMIT', { water, limit }]];
}
