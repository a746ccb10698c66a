import type { MeasurementTicket, TitleTransfer } from '@portolan/documents';
import type { Signed } from '../../signed.ts';
import { paper } from './sign.ts';
import {
  ann,
  bbl,
  ben,
  border,
  cay,
  injection,
  LINE,
  operator,
  production,
  STOCK,
  sale,
} from './small-line.ts';

export interface LargeMonth {
  /** Border tickets; deliveries and injections come on top. */
  readonly tickets: number;
  readonly transfers: number;
  readonly batches: number;
}

const OWNERS = [ann, ben, cay] as const;
const START = Date.parse('2026-08-01T05:00:00Z');
const MONTH = 31 * 86_400_000;
/** Barrels of a ticket. */
const EACH = 240;

const iso = (at: number) => new Date(at).toISOString();
export const largeBatch = (index: number) => `urn:sample:small:batch:${String(index).padStart(4, '0')}`;

/** A month of a line that runs without a pause: batch after batch over the border, sold on while they pass. The same for the same figures. */
export function largeMonth({ batches, tickets, transfers }: LargeMonth): Signed[] {
  const perBatch = Math.floor(tickets / batches);
  const volume = String(perBatch * EACH);
  const span = MONTH / (perBatch * batches);
  const papers: Signed[] = [production({ volume: bbl(String(perBatch * EACH * batches)) })];
  for (let batch = 0; batch < batches; batch += 1) {
    const lot = largeBatch(batch);
    const begins = START + batch * perBatch * span;
    const shipper = OWNERS[batch % OWNERS.length] ?? ann;
    papers.push(
      injection(
        {
          ...{ batch: lot, stock: STOCK, shipper, from: iso(begins - 3 * 86_400_000), to: iso(begins) },
          reported: { netStandardVolume: bbl(volume) },
        },
        `I-${batch}`,
      ),
    );
    for (let index = 0; index < perBatch; index += 1)
      papers.push(borderTicket(lot, batch * perBatch + index, span));
    papers.push(delivered(lot, batch, begins + perBatch * span, volume));
  }
  for (let index = 0; index < transfers; index += 1) papers.push(sold(index, batches, perBatch * span));
  return papers;
}

function borderTicket(batch: string, index: number, span: number): Signed<'MeasurementTicket'> {
  const [from, to] = [Math.round(START + index * span), Math.round(START + (index + 1) * span)];
  const more: Partial<MeasurementTicket> = {
    ...{ batch, from: iso(from), to: iso(to) },
    readings: {
      open: { value: String(index * EACH), unit: 'BLL' },
      close: { value: String((index + 1) * EACH), unit: 'BLL' },
      density: { kind: 'api-gravity', value: '21.12', at: { temperature: { value: '60', unit: 'FAH' } } },
      sedimentAndWater: '0.2',
    },
    reported: { netStandardVolume: bbl(String(EACH)), apiGravity60F: '21.1', sedimentAndWater: '0.2' },
  };
  return border(1, more, `B-${index}`);
}

function delivered(batch: string, index: number, ends: number, volume: string): Signed<'MeasurementTicket'> {
  const document: MeasurementTicket = {
    ...{ number: `D-${index}`, kind: 'delivery', line: LINE, operator, point: 'urn:sample:small:out', batch },
    ...{ commodity: 'crude-oil', from: iso(ends), to: iso(ends + 86_400_000) },
    reported: { netStandardVolume: bbl(volume) },
  };
  return paper('MeasurementTicket', document, operator.did, document.to);
}

/** A tenth of a batch from its shipper to the next owner, at some moment while it passes. */
function sold(index: number, batches: number, long: number): Signed<'TitleTransfer'> {
  const batch = index % batches;
  const round = Math.floor(index / batches);
  const [seller, buyer] = [OWNERS[batch % 3] ?? ann, OWNERS[(batch + 1) % 3] ?? ben];
  const at = START + batch * long + ((round + 1) * long) / 7;
  const more: Partial<TitleTransfer> & { known: string } = {
    ...{ seller, buyer, batch: largeBatch(batch), volume: bbl('1000') },
    ...{ effectiveAt: iso(at), known: iso(at + 3_600_000) },
  };
  return sale(`T-${index}`, more);
}
