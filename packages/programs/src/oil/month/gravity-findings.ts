import type { DensityReading, MeasurementTicket } from '@portolan/documents';
import { Decimal } from '@portolan/kernel';
import type { CommodityFacts } from '../facts/commodities.ts';
import type { ReadingPolicy } from '../facts/policies.ts';
import { atBase } from '../measure/index.ts';
import { apiAtSixty, type LiquidContext } from '../stream/bases.ts';
import type { ExactCrossing } from './crossings.ts';
import { type Found, found } from './find.ts';
import type { LineFinding } from './line-month.ts';

/** A density at 15 °C and a gravity at 60 °F of one liquid must agree; a difference that the wrong base explains is named so. */
export function gravityFindings(
  { readings, reported }: MeasurementTicket,
  { numbers }: CommodityFacts,
  policy: ReadingPolicy,
  context: LiquidContext,
): Found[] {
  const { apiGravity60F } = reported;
  const limit = Decimal.of(policy.gravity);
  const shown = apiGravity60F === undefined ? undefined : Decimal.of(apiGravity60F);
  const density = reported.density15C?.value ?? readAt15(readings?.density);
  const result: Found[] = [];
  if (shown && density !== undefined) {
    const right = apiAtSixty(atBase('density', density, '15C'), context);
    const wrong = apiAtSixty(atBase('density', density, '60F'), context);
    // The two bases lie closer together than the tolerance: where a tariff limit is between them, or the report is the wrong one's, it counts.
    const [a, b] = [right.ok ? right.value : undefined, wrong.ok ? wrong.value : undefined];
    const params = {
      density,
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

/** A density that was read at 15 °C, in kilograms a cubic metre. */
function readAt15(reading: DensityReading | undefined): string | undefined {
  if (reading?.kind !== 'density') return undefined;
  const { unit, value } = reading.at.temperature;
  return unit === 'CEL' && Decimal.of(value).eq(Decimal.of('15')) ? reading.value : undefined;
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

/** A ticket whose two gravities give two tariff numbers, or whose gravity gives none. */
export function straddle({ crossing, gravity, ticket }: ExactCrossing): LineFinding[] {
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
