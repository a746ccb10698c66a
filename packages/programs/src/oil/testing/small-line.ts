import type {
  DocumentMap,
  DocumentType,
  Holder,
  MeasurementTicket,
  PipelineProfile,
  TitleTransfer,
  Volume,
} from '@portolan/documents';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import type { Signed } from '../../signed.ts';
import { oilTables } from '../facts/tables.ts';
import { lineMonth } from '../month/compute.ts';
import type { LineMonthInput } from '../month/input.ts';
import type { LineMonth } from '../month/line-month.ts';
import { paper } from './sign.ts';

/** A small line for tests: three days of one batch at the beginning of August 2026, 1,000 barrels a day, of one shipper. */

export const party = (name: string): Holder => ({
  name: `Sample ${name}`,
  did: `did:web:${name}.sample.example`,
});
export const operator = party('operator');
export const producer = party('producer');
export const [ann, ben, cay] = [party('ann'), party('ben'), party('cay')] as [Holder, Holder, Holder];

export const LINE = 'urn:sample:small:line';
export const METER = 'urn:sample:small:meter';
export const RECEIPT = 'urn:sample:small:receipt';
export const OUT = 'urn:sample:small:out';
export const STOCK = 'urn:sample:small:stock';
export const BATCH = 'urn:sample:small:batch:1';

export const bbl = (value: string): Volume => ({ value, unit: 'BLL', base: '60F' });

export const profile: PipelineProfile = {
  number: 'P-1',
  line: LINE,
  name: 'Small line (sample)',
  operator,
  commodities: ['crude-oil'],
  validFrom: '2026-01-01',
  zone: 'America/Chicago',
  dayBegins: '00:00',
  points: [
    { id: RECEIPT, name: 'Receipt', kind: 'receipt', country: 'CA' },
    { id: METER, name: 'Border meter', kind: 'border', country: 'US', port: '3404' },
    { id: OUT, name: 'Delivery', kind: 'delivery', country: 'US' },
  ],
  lossAllowance: '0.1',
};

/** Midnight at the meter in summer. */
export const midnight = (day: number) => `2026-08-${String(day).padStart(2, '0')}T05:00:00Z`;

type Ticket = Partial<MeasurementTicket>;

export function ticket(
  number: string,
  kind: MeasurementTicket['kind'],
  more: Ticket,
): Signed<'MeasurementTicket'> {
  const point = { border: METER, injection: RECEIPT, delivery: OUT, transfer: METER }[kind];
  const document: MeasurementTicket = {
    ...{ number, kind, point, line: LINE, operator, commodity: 'crude-oil', batch: BATCH },
    ...{ from: midnight(1), to: midnight(2), reported: { netStandardVolume: bbl('1000') } },
    ...more,
  };
  return paper('MeasurementTicket', document, operator.did, document.to);
}

export function border(day: number, more: Ticket = {}, number = `B-${day}`): Signed<'MeasurementTicket'> {
  return ticket(number, 'border', {
    ...{ from: midnight(day), to: midnight(day + 1) },
    reported: { netStandardVolume: bbl('1000'), apiGravity60F: '21.1' },
    ...more,
  });
}

export function production(more: Partial<DocumentMap['LiquidProduction']> = {}): Signed<'LiquidProduction'> {
  const document: DocumentMap['LiquidProduction'] = {
    ...{ number: 'W-1', producer, owner: producer, commodity: 'crude-oil', role: 'crude', lot: STOCK },
    facility: { id: 'urn:sample:small:well', name: 'Well', country: 'CA' },
    ...{ from: '2026-07-01T06:00:00Z', to: '2026-07-31T06:00:00Z', volume: bbl('3000') },
    ...more,
  };
  return paper('LiquidProduction', document, producer.did, document.to);
}

export function injection(more: Ticket = {}, number = 'I-1'): Signed<'MeasurementTicket'> {
  return ticket(number, 'injection', {
    ...{ from: '2026-07-31T05:00:00Z', to: midnight(1), stock: STOCK, shipper: ann },
    reported: { netStandardVolume: bbl('3000') },
    ...more,
  });
}

export function delivery(more: Ticket = {}, number = 'D-1'): Signed<'MeasurementTicket'> {
  return ticket(number, 'delivery', {
    ...{ from: midnight(3), to: midnight(4), shipper: ann },
    reported: { netStandardVolume: bbl('3000') },
    ...more,
  });
}

export interface Sold extends Partial<TitleTransfer> {
  readonly known?: string;
}

export function sale(number: string, { known = midnight(1), ...more }: Sold = {}): Signed<'TitleTransfer'> {
  const document: TitleTransfer = {
    ...{ number, line: LINE, seller: ann, buyer: ben, batch: BATCH, effectiveAt: midnight(1) },
    ...more,
  };
  return paper('TitleTransfer', document, document.seller.did, known);
}

export function signedBy<T extends DocumentType>(
  type: T,
  document: DocumentMap[T],
  at: string,
  by = operator,
): Signed<T> {
  return paper(type, document, by.did, at);
}

/** Produced, injected, three days over the border, delivered. */
export const base: readonly Signed[] = [
  production(),
  injection(),
  border(1),
  border(2),
  border(3),
  delivery(),
];

export const tariff = loadEmbeddedReference();

/** The month of the small line, looked at when its third day is over. */
export function monthOf(signed: readonly Signed[], more: Partial<LineMonthInput> = {}): LineMonth {
  return lineMonth({
    ...{ profile, month: '2026-08', signed, filed: [], tables: oilTables, tariff, at: midnight(4) },
    ...more,
  });
}

export function codes({ findings }: LineMonth): string[] {
  return [...new Set(findings.map(({ code }) => code))].sort();
}
