import type { MeasurementTicket } from '@portolan/documents';
import { inForce } from '@portolan/filing';
import { Decimal } from '@portolan/kernel';
import { textOf } from '@portolan/traceability';
import type { Signed } from '../../signed.ts';
import type { CommodityFacts } from '../facts/commodities.ts';
import type { ReadingPolicy } from '../facts/policies.ts';
import { commodityNamed } from '../facts/tables.ts';
import { measureTicket } from '../measure/index.ts';
import { apiAtSixty, type LiquidContext } from '../stream/bases.ts';
import { reportedDensity } from '../stream/density.ts';
import { moment } from '../stream/moment.ts';
import { barrelsOf } from '../stream/volume.ts';
import type { MonthBook } from './book.ts';
import type { ExactCrossing } from './crossings.ts';
import { dayOf } from './crossings.ts';
import { found } from './find.ts';
import type { LineFinding } from './line-month.ts';

/**
 * Figures that do not agree: readings and report, gross and net, gravity and density, one base and another. The reported figure
 * stands by policy; what it differs from is remarked.
 */
export function measurementFindings(book: MonthBook, crossings: readonly ExactCrossing[]): LineFinding[] {
  const { days, from, input, papers, to, volumes } = book;
  const unread = volumes.unread.map(({ digest, refusal: { code, params = {} } }) =>
    code === 'OIL_VOLUME_NEEDS_DENSITY' ||
    code === 'OIL_VOLUME_NOT_CONVERTED' ||
    code === 'OIL_COMMODITY_UNKNOWN'
      ? found(code, params, { evidence: [digest] })
      : found(
          'OIL_VOLUME_NOT_CONVERTED',
          { paper: 'Paper', number: digest, value: '', unit: '', base: '', reason: code },
          { evidence: [digest] },
        ),
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
    ...volumeFindings(document, policy, tables, context),
    ...waterFindings(document, limit?.percent),
  ].map(([code, params]) => found(code, { number: document.number, ...params }, where));
}

type Found = readonly [Parameters<typeof found>[0], Readonly<Record<string, string>>];

const SIXTY = { temperature: { value: '60', unit: 'FAH' } } as const;

/** A density at 15 °C and a gravity at 60 °F of one liquid must agree; a difference that the wrong base explains is named so. */
function gravityFindings(
  { readings, reported }: MeasurementTicket,
  { numbers }: CommodityFacts,
  policy: ReadingPolicy,
  context: LiquidContext,
): Found[] {
  const { apiGravity60F, density15C } = reported;
  const limit = Decimal.of(policy.gravity);
  const shown = apiGravity60F === undefined ? undefined : Decimal.of(apiGravity60F);
  const result: Found[] = [];
  if (shown && density15C) {
    const right = apiAtSixty(
      reportedDensity({ density15C } as MeasurementTicket['reported']) as never,
      context,
    );
    const wrong = apiAtSixty({ kind: 'density', value: density15C.value, at: SIXTY }, context);
    // The two bases lie closer together than the tolerance: where a tariff limit is between them, or the report is the wrong one's, it counts.
    const [a, b] = [right.ok ? right.value : undefined, wrong.ok ? wrong.value : undefined];
    const params = {
      density: density15C.value,
      api: a?.round(2, 'half-up').toString() ?? '',
      reported: shown.toString(),
    };
    if (a && b && nearer(shown, b, a) && shown.minus(b).abs().lte(limit) && apart(a, shown, numbers, limit))
      result.push(['OIL_DENSITY_BASE_CONFUSED', params]);
    else if (a && shown.minus(a).abs().gt(limit)) result.push(['OIL_DENSITY_INCONSISTENT', params]);
  }
  const raw = readings?.density && apiAtSixty(readings.density, context);
  if (shown && raw?.ok && shown.minus(raw.value).abs().gt(limit))
    result.push([
      'OIL_API_DIFFERS',
      { raw: raw.value.round(2, 'half-up').toString(), reported: shown.toString() },
    ]);
  return result;
}

function nearer(to: Decimal, one: Decimal, other: Decimal): boolean {
  return to.minus(one).abs().lt(to.minus(other).abs());
}

/** Whether two gravities fall on two sides of a tariff limit, or lie further apart than is tolerated. */
function apart(a: Decimal, b: Decimal, numbers: CommodityFacts['numbers'], limit: Decimal): boolean {
  const splits = numbers.some(({ apiFrom }) => {
    if (apiFrom === undefined) return false;
    const edge = Decimal.of(apiFrom);
    return a.lt(edge) !== b.lt(edge);
  });
  return splits || a.minus(b).abs().gt(limit);
}

const HUNDRED = Decimal.of('100');

function volumeFindings(
  document: MeasurementTicket,
  policy: ReadingPolicy,
  tables: MonthBook['input']['tables'],
  { day }: LiquidContext,
): Found[] {
  const { commodity, number, readings, reported } = document;
  const { grossStandardVolume: gross, netStandardVolume: net } = reported;
  const density = reportedDensity(reported) ?? readings?.density;
  const context = { paper: 'Ticket', number, path: '/reported', commodity, density, day };
  const [grossBarrels, netBarrels] = [
    gross && decimalOf(barrelsOf(gross, context, tables)),
    decimalOf(barrelsOf(net, context, tables)),
  ];
  const result: Found[] = [];
  const water = reported.sedimentAndWater ?? readings?.sedimentAndWater ?? '0';
  if (gross && grossBarrels && netBarrels) {
    const share = HUNDRED.minus(Decimal.of(water)).dividedBy(HUNDRED, 10, 'half-even');
    const expected = grossBarrels.times(share);
    if (differs(expected, netBarrels, policy)) {
      const plain =
        gross.base === '60F' ? undefined : decimalOf(barrelsOf({ ...gross, base: '60F' }, context, tables));
      const confused = plain && !differs(plain.times(share), netBarrels, policy);
      result.push(
        confused
          ? [
              'OIL_VOLUME_BASE_CONFUSED',
              { gross: gross.value, expected: shown(expected), reported: shown(netBarrels) },
            ]
          : [
              'OIL_NET_INCONSISTENT',
              { gross: shown(grossBarrels), water, expected: shown(expected), reported: shown(netBarrels) },
            ],
      );
    }
  }
  const computed = computedVolumes(document, tables, day);
  const [ours, said] = grossBarrels ? [computed?.gross, grossBarrels] : [computed?.net, netBarrels];
  if (ours && said && differs(ours, said, policy))
    result.push(['OIL_READINGS_DIFFER', { computed: shown(ours), reported: shown(said) }]);
  return result;
}

/** Gross and net standard volume as the raw readings give them; undefined where they are not complete or are none. */
function computedVolumes(
  { commodity, readings }: MeasurementTicket,
  tables: MonthBook['input']['tables'],
  day: string,
): { gross: Decimal; net: Decimal } | undefined {
  const { density, temperature } = readings ?? {};
  if (!readings || !density || !temperature || !(readings.indicated ?? readings.close)) return undefined;
  const measured = measureTicket({ ...readings, commodity, density, base: '60F' }, tables.measurement, day);
  if (!measured.ok) return undefined;
  const { gsv, nsv } = measured.value;
  return { gross: Decimal.of(gsv.value), net: Decimal.of(nsv.value) };
}

/** Two volumes agree within the percentage of the policy, or within its rounding. */
function differs(a: Decimal, b: Decimal, { rounding, volume }: ReadingPolicy): boolean {
  const difference = a.minus(b).abs();
  return (
    difference.gt(Decimal.of(rounding)) && difference.times(HUNDRED).gt(a.abs().times(Decimal.of(volume)))
  );
}

function waterFindings({ readings, reported }: MeasurementTicket, limit: string | undefined): Found[] {
  const water = reported.sedimentAndWater ?? readings?.sedimentAndWater;
  if (limit === undefined || water === undefined || !Decimal.of(water).gt(Decimal.of(limit))) return [];
  return [['OIL_WATER_OVER_LIMIT', { water, limit }]];
}

function decimalOf(amount: ReturnType<typeof barrelsOf>): Decimal | undefined {
  return amount.ok ? Decimal.of(textOf(amount.value)) : undefined;
}

function shown(value: Decimal): string {
  return value.round(2, 'half-up').toString();
}

/** A ticket whose two gravities give two tariff numbers, or whose gravity gives none. */
function straddle({ crossing, gravity, ticket }: ExactCrossing): LineFinding[] {
  const where = { day: crossing.day, batch: crossing.batch, evidence: [crossing.ticket.digest] };
  const { number, otherwise, raw, reported } = gravity;
  if (!number) return [found('OIL_API_MISSING', { number: ticket.document.number }, where)];
  if (!otherwise || !raw || !reported) return [];
  const limit = number.apiFrom ?? number.apiUnder ?? '';
  const params = {
    number: ticket.document.number,
    raw: raw.toString(),
    reported: reported.toString(),
    limit,
  };
  const decides = gravity.decided === reported ? 'the reported one' : 'the raw one';
  return [found('OIL_API_STRADDLES', { ...params, decides, hts: number.hts }, where)];
}
