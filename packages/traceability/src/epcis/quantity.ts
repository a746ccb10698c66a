import type { EpcisEvent, EpcisQuantity } from '@portolan/documents';
import { ok, type Result, refused, unitInfo } from '@portolan/kernel';
import type { Measure } from '../amount/measure.ts';
import { traceEpcisCatalogue } from './catalogue.ts';
import { nameOf } from './name.ts';

/** A lot or instance with its quantity. */
export interface Counted {
  readonly lot: string;
  readonly quantity: Measure;
}

const PIECE = 'C62';

/**
 * Instances, one piece each, and quantities of lots. A quantity without a unit counts pieces (EPCIS 2.0, section 7.3.3.3);
 * a volume states no base there, so it stands as measured.
 */
export function countedOf(
  { type }: EpcisEvent,
  epcs: readonly string[],
  quantities: readonly EpcisQuantity[],
): Result<Counted[]> {
  const missing = quantities.find(({ quantity }) => quantity === undefined);
  if (missing)
    return refused(
      traceEpcisCatalogue.refuse('TRACE_EPCIS_NO_QUANTITY', {
        params: { type, lot: missing.epcClass.slice(0, 200) },
      }),
    );
  return ok([
    ...epcs.map((epc) => ({ lot: nameOf('lot', epc), quantity: { value: '1', unit: PIECE } })),
    ...quantities.map(({ epcClass, quantity = '', uom = PIECE }) => ({
      lot: nameOf('lot', epcClass),
      quantity: measureOf(quantity, uom),
    })),
  ]);
}

function measureOf(value: string, unit: string): Measure {
  return { value, unit, ...(unitInfo(unit)?.dimension === 'volume' ? { base: 'AMBIENT' } : {}) };
}
