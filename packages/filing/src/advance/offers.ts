import type { NamedParty } from '@portolan/documents';
import type { JsonValue } from '@portolan/kernel';
import { type Carriage, highestFirst, lowest, type Place } from '../derive/carriage.ts';
import type { GoodsLine } from '../derive/invoice-line.ts';
import { type Candidate, derived, stated } from '../sheet/candidate.ts';
import type { Question } from '../sheet/sheet.ts';
import type { Shipment } from './element.ts';

/** A party as advance data has it: name and address, and who to call where that is wanted. */
export function partyValue({ name, address, contact, identifiers }: NamedParty): JsonValue {
  return {
    name,
    ...(address ? { address } : {}),
    ...(contact ? { contact } : {}),
    ...(identifiers ? { identifiers } : {}),
  } as JsonValue;
}

/** The same member of every document under which the goods are entered. */
export function lower(member: keyof Carriage) {
  return ({ papers }: Shipment): Candidate<JsonValue>[] => said(lowest(papers.carriages), member);
}

/** The same member of the carrier's own documents, those of its customers after them. */
export function upper(member: keyof Carriage) {
  return ({ papers }: Shipment): Candidate<JsonValue>[] => said(highestFirst(papers.carriages), member);
}

/** A party of the documents under which the goods are entered. */
export function carriedParty(member: 'shipper' | 'consignee') {
  return ({ papers }: Shipment): Candidate<JsonValue>[] =>
    lowest(papers.carriages).flatMap(({ item, [member]: place }) =>
      place ? stated(item, place.pointer, partyValue(place.value)) : [],
    );
}

/** Buyer or seller of the invoices. */
export function invoiceParty(member: 'seller' | 'buyer') {
  return ({ papers }: Shipment): Candidate<JsonValue>[] =>
    papers.invoices.flatMap((item) => stated(item, `/${member}`, partyValue(item.document[member])));
}

export function numbersOf(carriages: readonly Carriage[]): Candidate<JsonValue>[] {
  const [first] = carriages;
  if (!first) return [];
  const all = [...new Set(carriages.map(({ number }) => number))];
  return derived<JsonValue>(first.item, '/number', all, 'transport documents under which the goods travel');
}

/** SCAC of the carrier whose conveyance it is. */
export function scac({ papers }: Shipment): Candidate<JsonValue>[] {
  return highestFirst(papers.carriages).flatMap(({ item, carrier }) =>
    (carrier?.value.identifiers ?? []).flatMap(({ scheme, value }, index) =>
      scheme === 'scac' ? stated(item, `${carrier?.pointer}/identifiers/${index}/value`, value) : [],
    ),
  );
}

/** Part of the conveyance: its name, voyage or trip, trailer. */
export function conveyance(part: 'name' | 'voyage' | 'trailer') {
  return ({ papers }: Shipment): Candidate<JsonValue>[] =>
    highestFirst(papers.carriages).flatMap(({ item, conveyance: place }) =>
      stated(item, `${place?.pointer}/${part}`, place?.value[part]),
    );
}

/** Who made, grew or supplied the goods of a line: as invoice or certification name it, else the seller. */
export function maker({ invoice, line, pointer, certified }: GoodsLine): Candidate<JsonValue>[] {
  if (line.manufacturer) return stated(invoice, `${pointer}/manufacturer`, partyValue(line.manufacturer));
  const producers = certified.flatMap(({ item }) => {
    const { producer } = item.document;
    return producer && 'name' in producer ? stated(item, '/producer', partyValue(producer)) : [];
  });
  return producers.length > 0 ? producers : stated(invoice, '/seller', partyValue(invoice.document.seller));
}

export function origin({ invoice, pointer, line, certified }: GoodsLine): Candidate<JsonValue>[] {
  return [
    ...stated(invoice, `${pointer}/originCountry`, line.originCountry),
    ...certified.flatMap((match) =>
      stated(match.item, `${match.pointer}/originCountry`, match.line.originCountry),
    ),
  ];
}

/** Tariff number to six digits, as invoice, certification or order give it. */
export function six({ invoice, pointer, line, certified, ordered }: GoodsLine): Candidate<JsonValue>[] {
  const digits = (text: string | undefined) => text?.replaceAll('.', '').slice(0, 6);
  return [
    ...derived<JsonValue>(invoice, `${pointer}/hts`, digits(line.hts), SIX),
    ...certified.flatMap((match) =>
      derived<JsonValue>(match.item, `${match.pointer}/hs6`, digits(match.line.hs6), SIX),
    ),
    ...ordered.flatMap((match) =>
      derived<JsonValue>(match.item, `${match.pointer}/hs`, digits(match.line.hs), SIX),
    ),
  ];
}

const SIX = 'first six digits of the tariff number (19 CFR 149.3(a)(8))';

export function description({ invoice, pointer, line }: GoodsLine): Candidate<JsonValue>[] {
  return stated(invoice, `${pointer}/description`, line.description);
}

/** A question whose answer the papers suggest and do not say. */
export function proposed(
  question: Omit<Question, 'proposal'>,
  of: (shipment: Shipment) => JsonValue | undefined,
) {
  return (shipment: Shipment): Question => {
    const proposal = of(shipment);
    return { ...question, ...(proposal === undefined ? {} : { proposal }) };
  };
}

function said(carriages: readonly Carriage[], member: keyof Carriage): Candidate<JsonValue>[] {
  return carriages.flatMap((carriage) => {
    const place = carriage[member] as Place<JsonValue> | undefined;
    return place ? stated(carriage.item, place.pointer, place.value) : [];
  });
}
