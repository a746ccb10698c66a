import { Decimal, isRecord, type JsonObject, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import type { Volume } from '../../schema/liquid.ts';
import type { PipelineNomination } from '../../schema/pipeline-nomination.ts';
import { shown } from '../../words.ts';
import { commodityOf } from './commodity.ts';
import type { NoticeOptions } from './read-notice.ts';

type Batch = PipelineNomination['batches'][number];

/** One batch of a notice with what its row says of the line. */
export interface NoticeRow {
  readonly row: number;
  readonly number: string;
  readonly line: string;
  readonly operator: Batch['shipper'];
  readonly month: string;
  readonly batch: Batch;
  readonly notices: readonly Refusal[];
}

type Options = NoticeOptions & { readonly fileName: string };

/** Reads the values of a row into a batch. Parties are found by name where the file has no identifier of theirs. */
export function noticeRow(values: JsonObject, row: number, options: Options): Result<NoticeRow> {
  const refusals: Refusal[] = [];
  const constants = options.mapping?.constants ?? {};
  const text = (field: string): string | undefined => {
    const found = at(values, field) ?? constants[`lines.${field}`];
    return found === undefined || found === '' ? undefined : found;
  };
  const needed = (field: string, words: string, otherwise?: string): string => {
    const found = text(field) ?? otherwise;
    if (found === undefined) refusals.push(missing(row, words, field));
    return found ?? '';
  };
  const party = (field: string, words: string, otherwise?: Batch['shipper']): Batch['shipper'] => {
    const name = text(`${field}.name`) ?? otherwise?.name;
    const did = text(`${field}.did`) ?? known(name, options, otherwise);
    if (name === undefined) refusals.push(missing(row, words, `${field}.name`));
    else if (did === undefined) refusals.push(unknownParty(row, name, words, field));
    return { name: name ?? '', did: did ?? '' };
  };
  const volume = volumeOf(text, row);
  if (!volume.ok) refusals.push(...volume.refusals);
  const month = needed('month', 'month of shipment');
  const read = {
    row,
    number: text('number') ?? `${options.fileName.slice(0, 60)} ${month}`.trim(),
    line: needed('line', 'line', options.line),
    operator: party('operator', 'operator', options.operator),
    month,
    batch: {
      batch: needed('batch', 'batch'),
      shipper: party('shipper', 'shipper'),
      commodity: commodityOf(needed('commodity', 'commodity')),
      receipt: needed('receipt', 'receipt point'),
      delivery: needed('delivery', 'delivery point'),
      ...optional('originCountry', text('originCountry')),
      ...optional('crossesAt', text('crossesAt')),
      ...optional('deliversAt', text('deliversAt')),
    },
  };
  if (refusals.length > 0 || !volume.ok) return refused(refusals);
  const { stated, ...own } = volume.value;
  const notices = stated ? [] : [baseNotice(row, own)];
  return ok({ ...read, batch: { ...read.batch, volume: own }, notices });
}

function at(values: JsonObject, field: string): string | undefined {
  let found: unknown = values;
  for (const name of field.split('.')) found = isRecord(found) ? found[name] : undefined;
  return typeof found === 'string' ? found : undefined;
}

function optional<Name extends string>(name: Name, value: string | undefined): { [N in Name]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { [N in Name]?: string };
}

function known(
  name: string | undefined,
  { parties }: Options,
  otherwise: Batch['shipper'] | undefined,
): string | undefined {
  if (name === undefined) return otherwise?.did;
  if (otherwise && otherwise.name === name) return otherwise.did;
  return parties.get(name.trim().toLowerCase());
}

/** Barrels a cubic metre of any liquid between the usual bases: light ends and bitumen lie within. */
const [LEAST, MOST] = [Decimal.of('6.27'), Decimal.of('6.31')];
const BASES: Readonly<Record<string, Volume['base']>> = { '60F': '60F', '15C': '15C', '20C': '20C' };

type StatedVolume = Volume & { readonly stated: boolean };

function volumeOf(text: (field: string) => string | undefined, row: number): Result<StatedVolume> {
  const barrels = text('barrels');
  const metres = text('cubicMetres');
  if (barrels !== undefined && metres !== undefined) {
    const ratio = Decimal.of(metres).isZero() ? Decimal.zero : quotient(barrels, metres);
    if (ratio.lt(LEAST) || ratio.gt(MOST)) {
      const params = { row, metres, barrels, ratio: ratio.toFixed(3) };
      return refused(documentsCatalogue.refuse('DOC_NOTICE_VOLUMES', { path: '/barrels', params }));
    }
  }
  const value = text('volume.value') ?? barrels ?? metres;
  const unit = text('volume.unit') ?? (barrels === undefined ? metres && 'MTQ' : 'BLL');
  if (value === undefined) return refused(missing(row, 'volume', 'volume.value'));
  if (unit === undefined) return refused(missing(row, 'unit of the volume', 'volume.unit'));
  const base = BASES[(text('volume.base') ?? '').toUpperCase().replace(/[^0-9CF]/g, '')];
  return ok({ value, unit, base: base ?? (unit === 'BLL' ? '60F' : '15C'), stated: base !== undefined });
}

function quotient(barrels: string, metres: string): Decimal {
  return Decimal.of(barrels).dividedBy(Decimal.of(metres), 3, 'half-up');
}

function baseNotice(row: number, { value, unit, base }: Volume): Refusal {
  const params = { row, volume: `${value} ${unit}`, base, unit };
  return documentsCatalogue.refuse('DOC_NOTICE_BASE', { path: '/volume/base', params });
}

function missing(row: number, field: string, name: string): Refusal {
  const path = `/${name.replaceAll('.', '/')}`;
  return documentsCatalogue.refuse('DOC_NOTICE_MISSING', { path, params: { row, field } });
}

function unknownParty(row: number, found: string, column: string, field: string): Refusal {
  const params = { row, column, found: shown(found) };
  return documentsCatalogue.refuse('DOC_NOTICE_PARTY', { path: `/${field}/name`, params });
}
