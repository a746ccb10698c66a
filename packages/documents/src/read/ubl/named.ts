import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, nothing, setAside } from '../found.ts';
import { at, textOf, type XmlElement } from '../xml/element.ts';
import { party } from './party.ts';
import { code, text } from './values.ts';

/** A party as transport papers name it: known by its identification where it has no name. */
export function namedParty(element: XmlElement | undefined, address?: XmlElement): Found<JsonObject> {
  const found = party(element, address);
  if (!element || found.value?.name !== undefined) return found;
  const id = text(at(element, 'PartyIdentification', 'ID'));
  if (id.value === undefined)
    return found.value === undefined ? nothing : setAside(textOf(element) || 'party', 'it has no name');
  const members = { ...found.value, name: id.value };
  return { value: members, origins: { ...found.origins, '/name': id.origins[''] ?? '' }, aside: found.aside };
}

/** The first of several elements that names a party. */
export function firstParty(...elements: readonly (XmlElement | undefined)[]): Found {
  return firstOf(...elements.map((element) => namedParty(element)));
}

/** A UBL Location: its UN/LOCODE where it has one, its name and country. */
export function place(location: XmlElement | undefined): Found<JsonObject> {
  if (!location) return nothing;
  const id = at(location, 'ID');
  const unlocode = /^[A-Z]{2}[A-Z2-9]{3}$/.test(textOf(id) ?? '') ? code(id) : nothing;
  return group({
    name: firstOf(
      text(at(location, 'Description')),
      text(at(location, 'Name')),
      text(at(location, 'Address', 'CityName')),
    ),
    unlocode,
    country: code(at(location, 'Address', 'Country', 'IdentificationCode')),
  });
}
