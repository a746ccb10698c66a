import type { Holder, MeasurementTicket } from '@portolan/documents';

/** Papers of a month with three owners one after the other, 1,000 barrels a day of one batch. All parties are invented. */

export const LINE = 'urn:sample:three-owners:line';
const BATCH = 'urn:sample:three-owners:batch-1';
const STOCK = 'urn:sample:three-owners:stock-1';
const METER = 'meter 3-1';

export type Named = (slug: string) => Holder;

const bbl = (value: string) => ({ value, unit: 'BLL', base: '60F' as const });
const midnight = (day: number) => `${new Date(Date.UTC(2026, 7, day, 5)).toISOString().slice(0, 19)}Z`;

export const profileOf = (named: Named) => ({
  ...{ number: 'TO-P', line: LINE, name: 'Sample line of three owners', operator: named('pipeline') },
  ...{ commodities: ['crude-oil'], validFrom: '2025-01-01', zone: 'America/Chicago', dayBegins: '00:00' },
  lossAllowance: '0.1',
  points: [
    { id: 'terminal 3', name: 'Terminal', kind: 'receipt', country: 'CA' },
    { id: METER, name: 'Border meter', kind: 'border', country: 'US', port: '3404' },
  ],
});

export const productionOf = (named: Named) => ({
  ...{ number: 'TO-W', producer: named('facility'), owner: named('facility') },
  facility: { id: 'facility 3', name: 'Sample plant 3', country: 'CA', uwi: '100.01-01-003-01-W5.00' },
  ...{ commodity: 'crude-oil', role: 'crude', from: '2026-07-01T06:00:00Z', to: '2026-07-25T06:00:00Z' },
  ...{ volume: bbl('31000'), lot: STOCK },
});

export const injectionOf = (named: Named) => ({
  ...{ number: 'TO-I', kind: 'injection', line: LINE, operator: named('pipeline'), point: 'terminal 3' },
  ...{ from: '2026-07-28T05:00:00Z', to: '2026-07-29T05:00:00Z', commodity: 'crude-oil', batch: BATCH },
  ...{ stock: STOCK, shipper: named('first'), reported: { netStandardVolume: bbl('31000') } },
});

export function crossedOn(named: Named, day: number): MeasurementTicket {
  return crossedBetween(named, `TO-B${day}`, midnight(day), midnight(day + 1), '1000');
}

/** What the border meter measured between two moments. */
export function crossedBetween(
  named: Named,
  number: string,
  from: string,
  to: string,
  volume: string,
): MeasurementTicket {
  return {
    ...{ number, kind: 'border', line: LINE, operator: named('pipeline'), point: METER, from, to },
    ...{ commodity: 'crude-oil', batch: BATCH, readings: { sedimentAndWater: '0.2' } },
    reported: { netStandardVolume: bbl(volume), apiGravity60F: '21.1', sedimentAndWater: '0.2' },
  };
}

/** A price and a contract that stand nowhere else, by who sells. */
export const DEALS = {
  first: { price: '61.7294', contract: 'DEAL-FIRST-7Q4Z' },
  second: { price: '62.1187', contract: 'DEAL-SECOND-9K2M' },
} as const;

export function saleOf(named: Named, from: keyof typeof DEALS, to: string, volume: string, day: number) {
  const { contract, price } = DEALS[from];
  return {
    ...{ type: 'TitleTransfer', number: `TO-T-${from}`, line: LINE, seller: named(from), buyer: named(to) },
    ...{ batch: BATCH, volume: bbl(volume), effectiveAt: midnight(day), contract },
    price: { amount: price, currency: 'USD' },
  };
}
