import type { Goods } from '../duty/goods.ts';
import type { LayerOutcome } from './apply.ts';
import type { LayerInForce } from './in-force.ts';
import type { DutyLayer } from './layer.ts';

/** The step of a layer that can not touch the goods, for a full explanation. */
export function whyNot({ layer, rows }: LayerInForce, goods: Goods, date: string): LayerOutcome {
  const basis = `${goods.value} USD entered value`;
  const why = reason(layer, rows.length, goods, date);
  const step = {
    layer: layer.id,
    applied: false,
    basis,
    rate: 'none',
    amount: '0.00',
    why,
    cite: layer.cite,
  };
  return { layer: layer.id, cents: 0n, charged: 0n, step };
}

function reason(layer: DutyLayer, inForce: number, goods: Goods, date: string): string {
  const { hts } = goods.line;
  if (layer.notChapters.includes(hts.slice(0, 2)))
    return `not on numbers of chapters ${layer.notChapters.join(' and ')}`;
  if (inForce === 0) return notInForce(layer, date);
  return `no heading of it in force on ${date} names ${hts} of ${goods.input.originCountry}`;
}

function notInForce({ rows }: DutyLayer, date: string): string {
  const ended = rows
    .map(({ to = '' }) => to)
    .sort()
    .at(-1);
  const begins = rows.map(({ from }) => from).sort()[0];
  if (begins !== undefined && date < begins) return `not in force before ${begins}`;
  if (ended !== undefined && ended !== '' && ended < date) return `ended after ${ended}`;
  return 'known to be void, or not known, at the moment asked for';
}
