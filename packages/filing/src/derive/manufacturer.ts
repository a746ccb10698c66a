import type { NamedParty as Business } from '@portolan/documents';
import { makeMid } from '@portolan/kernel';
import { questions } from '../facts/questions.ts';
import { assigned, type Candidate, derived, stated } from '../sheet/candidate.ts';
import { fillBusinessIdentifiers, hasBusinessIdentifiers } from './business-identifiers.ts';
import type { Desk } from './desk.ts';
import type { GoodsLine } from './invoice-line.ts';
import { identifierOf, type NamedParty, sameParty } from './party.ts';

export const MAKER_LIBRARY = "the client's library of manufacturers";
const MID_RULE = '19 CFR part 102, appendix: manufacturer identification code from name and address';

/** Makers whose code was asked for, by name, with the line that asks: one question for all their lines. */
export type AskedMakers = Map<string, number>;

/** Manufacturer, grower or producer of a line: who the invoice names, else the certified producer, else the seller. */
export function deriveManufacturer(desk: Desk, line: GoodsLine, asked: AskedMakers): void {
  const { sheet } = desk;
  deriveSeller(desk, line);
  const [maker] = makers(line);
  if (!maker) return;
  const at = `/lines/${line.index}/manufacturer`;
  const { item, pointer, party } = maker;
  sheet.fill(`${at}/name`, stated(item, `${pointer}/name`, party.name));
  sheet.fill(`${at}/did`, stated(item, `${pointer}/did`, party.did));
  fillMid(desk, `${at}/mid`, maker, { index: line.index, asked });
  fillBusinessIdentifiers(desk, at, maker);
}

/** The maker's code: as a document gives it, made of name and address, or kept in the library; else asked once. */
function fillMid(
  desk: Desk,
  at: string,
  maker: NamedParty,
  { index, asked }: { readonly index: number; readonly asked: AskedMakers },
): void {
  const { sheet } = desk;
  const { name } = maker.party;
  const found = [...midOf(maker), ...assigned(knownMid(desk, maker), MAKER_LIBRARY)];
  const first = asked.get(name);
  if (found.length > 0) sheet.fill(at, found);
  else if (first === undefined) {
    asked.set(name, index);
    const { why } = questions.manufacturerId;
    sheet.fill(at, [], { ask: { ...questions.manufacturerId, why: `${name}: ${why}` } });
  } else {
    const given = sheet.values.get(`/lines/${first}/manufacturer/mid`);
    sheet.fill(at, assigned(typeof given === 'string' ? given : undefined, `as on line ${first + 1}`));
  }
}

/** The code under which the library keeps a maker; none where two that bear the name have different ones. */
function knownMid({ given: { makers = [] } }: Desk, { party }: NamedParty): string | undefined {
  const { did, name } = party;
  const same = makers.filter((maker) =>
    sameParty(
      { name: maker.name, ...(maker.did ? { did: maker.did } : {}) },
      { name, ...(did ? { did } : {}) },
    ),
  );
  const codes = new Set(same.map(({ mid }) => mid));
  return codes.size === 1 ? same[0]?.mid : undefined;
}

/** The seller of a line, where it is known by a global business identifier: its place in the entry message is for those. */
function deriveSeller(desk: Desk, { invoice, index }: GoodsLine): void {
  const seller: NamedParty = { item: invoice, pointer: '/seller', party: invoice.document.seller };
  if (!hasBusinessIdentifiers(desk, seller)) return;
  const at = `/lines/${index}/seller`;
  desk.sheet.fill(`${at}/name`, stated(invoice, '/seller/name', seller.party.name));
  fillBusinessIdentifiers(desk, at, seller);
}

function makers({ invoice, line, pointer, certified }: GoodsLine): NamedParty[] {
  const named: NamedParty[] = line.manufacturer
    ? [{ item: invoice, pointer: `${pointer}/manufacturer`, party: line.manufacturer }]
    : [];
  const producers = certified.flatMap(({ item }): NamedParty[] => {
    const { producer } = item.document;
    return producer && 'name' in producer ? [{ item, pointer: '/producer', party: producer }] : [];
  });
  return [...named, ...producers, { item: invoice, pointer: '/seller', party: invoice.document.seller }];
}

function midOf({ item, pointer, party }: NamedParty): Candidate<string>[] {
  const given = identifierOf(party, 'mid');
  if (given !== undefined) return stated(item, `${pointer}/identifiers`, given);
  return derived(item, pointer, constructMid(party), MID_RULE);
}

/** The code constructed from a party's name and address; undefined without a city (19 CFR part 102, appendix). */
export function constructMid({ name, address }: Business): string | undefined {
  if (!address?.city || !address.country) return undefined;
  return makeMid({
    country: address.country,
    name,
    city: address.city,
    ...(address.street ? { street: address.street } : {}),
  });
}
