import { inForce } from '@portolan/filing';
import { Decimal } from '@portolan/kernel';
import type { NumberRow } from '../facts/commodities.ts';
import { commodityNamed, type OilTables } from '../facts/tables.ts';
import { apiAtSixty, type LiquidContext } from '../stream/bases.ts';
import { reportedDensity } from '../stream/density.ts';
import type { BorderTicket } from './border-tickets.ts';

/** The gravity of a ticket at 60 °F: as its readings give it, as it is reported, and the one that decides. */
export interface Gravity {
  readonly raw?: Decimal;
  readonly reported?: Decimal;
  readonly decided?: Decimal;
  /** The tariff number that the deciding gravity gives, or that the commodity has whatever its gravity. */
  readonly number?: NumberRow;
  /** What the other figure would have given, where that is another number. */
  readonly otherwise?: NumberRow;
}

/**
 * Both gravities of a ticket are kept; a dated policy says which decides. Without a reported one the raw one is rounded as a report
 * would be; without any, only a commodity with one number has one.
 */
export function gravityOf({ document }: BorderTicket, day: string, tables: OilTables): Gravity {
  const facts = commodityNamed(tables, document.commodity);
  const policy = inForce(tables.measurement.api, day);
  const context = { commodity: document.commodity, day, tables: tables.measurement };
  if (!facts || !policy) return {};
  const { readings, reported } = document;
  const raw = readings?.density && exact(apiAtSixty(readings.density, context));
  const stated = reported.apiGravity60F === undefined ? undefined : Decimal.of(reported.apiGravity60F);
  const of15 = stated ?? fromReported(reported, context, policy.places);
  const shown = of15 ?? raw?.round(policy.places, 'half-up');
  const decided = policy.decides === 'reported' ? shown : (raw ?? shown);
  const number = numberFor(facts.numbers, decided, day);
  const other = policy.decides === 'reported' ? raw : shown;
  const otherwise = other && numberFor(facts.numbers, other, day);
  return {
    ...(raw ? { raw } : {}),
    ...(shown ? { reported: shown } : {}),
    ...(decided ? { decided } : {}),
    ...(number ? { number } : {}),
    ...(otherwise && otherwise.hts !== number?.hts ? { otherwise } : {}),
  };
}

function fromReported(
  reported: BorderTicket['document']['reported'],
  context: LiquidContext,
  places: number,
): Decimal | undefined {
  const density = reportedDensity(reported);
  return density && exact(apiAtSixty(density, context))?.round(places, 'half-up');
}

/** The number that a gravity gives. A row without limits is for any, also where no gravity is known. */
export function numberFor(
  rows: readonly NumberRow[],
  api: Decimal | undefined,
  day: string,
): NumberRow | undefined {
  const inPower = rows.filter((row) => row.from <= day && (row.until === undefined || day <= row.until));
  return inPower.find(({ apiFrom, apiUnder }) => {
    if (apiFrom === undefined && apiUnder === undefined) return true;
    if (!api) return false;
    return (
      (apiFrom === undefined || api.gte(Decimal.of(apiFrom))) &&
      (apiUnder === undefined || api.lt(Decimal.of(apiUnder)))
    );
  });
}

function exact(result: ReturnType<typeof apiAtSixty>): Decimal | undefined {
  return result.ok ? result.value : undefined;
}
