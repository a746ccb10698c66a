import type { CertifiedItem } from '@portolan/documents';
import { placeText } from '@portolan/traceability';
import { addMass, heatLot, partyKey } from './lots.ts';
import type { Signed } from './signed.ts';
import { eventId } from './trace-events.ts';

type SignedCertificate = Signed<'MillTestReport'>;

/**
 * A mill's certificate makes its items out of a heat of its own. A certificate on goods of another mill, on goods that a
 * processing record made, or on goods that were only tested again makes nothing. One that replaces another replaces its events.
 */
export function certificateEvents(
  item: SignedCertificate,
  processed: ReadonlySet<string>,
  certificates: readonly SignedCertificate[],
): object[] {
  const { digest, document, issuer, knownAt } = item;
  const { basedOn, items, manufacturer, retests, supersedes } = document;
  if (partyKey(manufacturer) !== issuer || basedOn || retests) return [];
  const own = items.filter(({ heat, lot }) => heat.mill === issuer && !processed.has(lot));
  const events = own.map((each) => itemEvent(item, each));
  const replaced = supersedes && certificates.find((one) => one.digest === supersedes.certificate.digest);
  if (!replaced || replaced.issuer !== issuer) return events;
  const gone = replaced.document.items.filter(({ number }) => !own.some((each) => each.number === number));
  return [
    ...events.map((event, index) => {
      const number = own[index]?.number;
      const before = replaced.document.items.some((each) => each.number === number);
      return before ? { ...event, corrects: eventId(replaced.digest, `item ${number}`) } : event;
    }),
    ...gone.map(({ number }) => ({
      id: eventId(digest, `void ${number}`),
      at: knownAt,
      knownAt,
      by: issuer,
      kind: 'void',
      corrects: eventId(replaced.digest, `item ${number}`),
    })),
  ];
}

function itemEvent({ digest, document, issuer, knownAt }: SignedCertificate, item: CertifiedItem): object {
  const { heat, loss, lot, madeIn, number, weight } = item;
  const { manufacturer } = document;
  const parent = heatLot(heat);
  return {
    id: eventId(digest, `item ${number}`),
    kind: 'transform',
    at: document.producedAt,
    knownAt,
    by: issuer,
    place: placeText({ name: manufacturer.address.city ?? manufacturer.name, country: madeIn }),
    inputs: [{ lot: parent, quantity: addMass(weight, loss) ?? weight }],
    outputs: [
      {
        lot,
        quantity: weight,
        commodity: `${document.metal} ${document.product.form}`,
        attributes: { heat: heat.number, parent, certificate: document.number },
      },
    ],
    losses: loss ? [{ quantity: loss, reason: 'rolling and cutting' }] : [],
  };
}
