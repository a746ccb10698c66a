import { placeText } from '@portolan/traceability';
import { heatLot, partyKey } from './lots.ts';
import type { Signed } from './signed.ts';
import { eventId } from './trace-events.ts';

/** Pieces become pieces: each names its parent heat, and what was lost or added is said. */
export function processingEvents({
  digest,
  document,
  issuer,
  knownAt,
}: Signed<'ProcessingRecord'>): object[] {
  const { added = [], at, inputs, losses = [], metal, outputs, place, process, processor } = document;
  if (partyKey(processor) !== issuer) return [];
  const common = { at, knownAt, by: issuer, place: placeText(place) };
  const materials = added.map(({ material, quantity }, index) => ({
    lot: `${digest}#added ${index + 1}`,
    quantity,
    commodity: material,
    components: [{ key: `material=${material}`, amount: quantity.value }],
    owner: issuer,
    custodian: issuer,
  }));
  const taken = [...inputs, ...materials].map(({ lot, quantity }) => ({ lot, quantity }));
  const step = {
    ...common,
    id: eventId(digest, process),
    kind: 'transform',
    inputs: taken,
    outputs: outputs.map(({ heat, lot, product, quantity }) => ({
      lot,
      quantity,
      commodity: `${metal} ${product?.form ?? 'piece'}`,
      attributes: { heat: heat.number, parent: heatLot(heat), process },
    })),
    losses,
  };
  if (materials.length === 0) return [step];
  const bought = { ...common, id: eventId(digest, 'added'), kind: 'produce', inputs: [], losses: [] };
  return [{ ...bought, outputs: materials }, step];
}
