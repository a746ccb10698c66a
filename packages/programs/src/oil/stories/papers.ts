import type {
  DeliveryStatement,
  LiquidBlend,
  LiquidProduction,
  MeasurementTicket,
  PipelineStock,
  TitleTransfer,
} from '@portolan/documents';
import { usd } from '../../usmca-cafta/stories/parties.ts';
import { bbl, LINE, METER, onLine, SUPERIOR, TERMINAL } from './line.ts';
import { holder, type OilOwner } from './parties.ts';

/** The papers that stories of this line are made of, by the few figures in which they differ. */

export const BITUMEN = 'urn:sample:muskeg:stock:bitumen';
export const DILUENT = 'urn:sample:muskeg:stock:diluent';
export const DILBIT = 'urn:sample:muskeg:stock:dilbit';
export const LIGHT = 'urn:sample:muskeg:stock:light';

const facility = holder('facility');
const well = { id: 'urn:sample:muskeg:facility:1', name: 'Sample Muskeg plant 1', country: 'CA' };

/** A grade as the meter sees it: what the densitometer shows, and what is reported of it. */
export interface Grade {
  readonly name: string;
  readonly rawApi: string;
  readonly api: string;
  readonly sedimentAndWater: string;
}

export const heavy: Grade = {
  name: 'Diluted bitumen',
  rawApi: '21.12',
  api: '21.1',
  sedimentAndWater: '0.2',
};
export const light: Grade = {
  name: 'Light crude oil',
  rawApi: '38.41',
  api: '38.4',
  sedimentAndWater: '0.1',
};

export function produced(
  number: string,
  more: Pick<LiquidProduction, 'commodity' | 'role' | 'lot' | 'volume'> & Partial<LiquidProduction>,
): LiquidProduction {
  return {
    number,
    producer: facility,
    facility: well,
    from: '2026-04-01T06:00:00Z',
    to: '2026-04-22T06:00:00Z',
    owner: facility,
    ...more,
  };
}

/** Bought condensate whose origin nobody states: diluent of unknown origin. */
export function boughtDiluent(number: string, volume: string): LiquidProduction {
  return produced(number, {
    commodity: 'condensate',
    role: 'diluent',
    lot: DILUENT,
    volume: bbl(volume),
    parts: [{ role: 'diluent', percent: '100' }],
  });
}

export function bitumen(number: string, volume: string): LiquidProduction {
  return produced(number, { commodity: 'crude-oil', role: 'crude', lot: BITUMEN, volume: bbl(volume) });
}

export function blended(number: string, crude: string, diluent: string, made: string): LiquidBlend {
  return {
    number,
    operator: facility,
    at: '2026-04-22T06:00:00Z',
    point: well.id,
    inputs: [
      { lot: BITUMEN, volume: bbl(crude), role: 'crude' },
      { lot: DILUENT, volume: bbl(diluent), role: 'diluent' },
    ],
    outputs: [{ lot: DILBIT, commodity: 'crude-oil', volume: bbl(made) }],
  };
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

export function injected(
  number: string,
  batch: string,
  stock: string,
  shipper: OilOwner,
  volume: string,
  { from, to }: Period,
): MeasurementTicket {
  return {
    ...onLine(number, 'injection', TERMINAL),
    from,
    to,
    batch,
    stock,
    shipper: holder(shipper),
    reported: { netStandardVolume: bbl(volume) },
  };
}

/** What the border meter measured: the densitometer's own figure beside the reported one. */
export function crossed(
  number: string,
  batch: string,
  volume: string,
  { from, to }: Period,
  { api, rawApi, sedimentAndWater }: Grade,
): MeasurementTicket {
  return {
    ...onLine(number, 'border', METER),
    from,
    to,
    batch,
    readings: {
      density: {
        kind: 'api-gravity',
        value: rawApi,
        at: { temperature: { value: '60', unit: 'FAH' } },
      },
      sedimentAndWater,
    },
    reported: { netStandardVolume: bbl(volume), apiGravity60F: api, sedimentAndWater },
  };
}

export function delivered(
  number: string,
  batch: string,
  to: OilOwner,
  volume: string,
  period: Period,
): MeasurementTicket {
  return {
    ...onLine(number, 'delivery', SUPERIOR),
    ...period,
    batch,
    shipper: holder(to),
    reported: { netStandardVolume: bbl(volume) },
  };
}

export interface Sale {
  readonly number: string;
  readonly from: OilOwner;
  readonly to: OilOwner;
  readonly batch: string;
  /** Without it all that the seller holds. */
  readonly volume?: string;
  readonly effectiveAt: string;
  readonly price: string;
}

export function sold({ batch, effectiveAt, from, number, price, to, volume }: Sale): TitleTransfer {
  return {
    number,
    line: LINE,
    seller: holder(from),
    buyer: holder(to),
    batch,
    ...(volume === undefined ? {} : { volume: bbl(volume) }),
    effectiveAt,
    contract: `${number}-TERMS`,
    price: usd(price),
  };
}

export function lineFill(number: string, at: string, batch: string, volume: string): PipelineStock {
  return {
    number,
    line: LINE,
    operator: holder('pipeline'),
    at,
    stocks: [{ kind: 'line-fill', point: METER, lot: batch, volume: bbl(volume) }],
  };
}

export function stated(
  number: string,
  shipper: OilOwner,
  month: string,
  movements: DeliveryStatement['movements'],
): DeliveryStatement {
  return { number, line: LINE, operator: holder('pipeline'), shipper: holder(shipper), month, movements };
}
