import { placeText } from '@portolan/traceability';
import { heatLot, heatReference, partyKey } from './lots.ts';
import type { Signed } from './signed.ts';
import { eventId } from './trace-events.ts';

/** A heat is poured, then loses what its mill says that it lost up to the first solid shapes. */
export function heatEvents({ digest, document, issuer, knownAt }: Signed<'Heat'>): object[] {
  if (partyKey(document.mill) !== issuer) return [];
  const { furnace, metal, number, pouredAt, pouredMass, stages, yieldLoss } = document;
  const lot = heatLot(heatReference(document));
  const common = { at: pouredAt, knownAt, by: issuer, place: placeText(furnace) };
  const [first] = stages;
  const poured = {
    ...common,
    id: eventId(digest, 'pour'),
    kind: 'produce',
    inputs: [],
    outputs: [
      {
        lot,
        quantity: pouredMass,
        commodity: `${metal} heat`,
        components: [{ key: meltKey(first?.country ?? furnace.country), amount: pouredMass.value }],
        owner: issuer,
        custodian: issuer,
        attributes: { heat: number, furnace: furnace.name },
      },
    ],
    losses: [],
  };
  if (!yieldLoss) return [poured];
  const losses = [{ quantity: yieldLoss, reason: 'yield loss up to the first solid shapes' }];
  const lost = { ...common, id: eventId(digest, 'loss'), kind: 'lose', outputs: [], losses };
  return [poured, { ...lost, inputs: [{ lot, quantity: yieldLoss }] }];
}

/** Composition of a lot is carried by the country in which its metal was first liquid (or smelted). */
export function meltKey(country: string): string {
  return `melt=${country}`;
}
