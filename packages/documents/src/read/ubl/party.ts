import type { JsonObject } from '@portolan/kernel';
import { checkIdentifier } from '../../check/formats.ts';
import type { PartyIdentifierScheme } from '../../schema/party.ts';
import { type Found, firstOf, group, items, leaf, nothing, setAside } from '../found.ts';
import { at, childrenOf, textOf, type XmlElement } from '../xml/element.ts';
import { code, text } from './values.ts';

/** schemeID of an identifier, by name or by ISO 6523 code, to the scheme of a party identifier. */
const schemes: Readonly<Record<string, PartyIdentifierScheme>> = {
  GLN: 'gln',
  '0088': 'gln',
  LEI: 'lei',
  '0199': 'lei',
  DUNS: 'duns',
  '0060': 'duns',
  SCAC: 'scac',
};

/** A UBL Party; `address` stands in where the party itself has none (a delivery party at its delivery address). */
export function party(element: XmlElement | undefined, address?: XmlElement): Found<JsonObject> {
  if (!element) return nothing;
  return group({
    name: firstOf(
      text(at(element, 'PartyName', 'Name')),
      text(at(element, 'PartyLegalEntity', 'RegistrationName')),
      text(at(element, 'PartyTaxScheme', 'RegistrationName')),
    ),
    identifiers: identifiers(element),
    address: firstOf(
      addressOf(at(element, 'PostalAddress')),
      addressOf(at(element, 'PhysicalLocation', 'Address')),
      addressOf(at(element, 'PartyLegalEntity', 'RegistrationAddress')),
      addressOf(address),
    ),
    contact: contact(at(element, 'Contact')),
  });
}

/** A UBL Address. Street, additional street and number make one line, as people write it. */
export function addressOf(element: XmlElement | undefined): Found<JsonObject> {
  if (!element) return nothing;
  return group({
    street: street(element),
    city: text(at(element, 'CityName')),
    region: firstOf(text(at(element, 'CountrySubentityCode')), text(at(element, 'CountrySubentity'))),
    postalCode: text(at(element, 'PostalZone')),
    country: code(at(element, 'Country', 'IdentificationCode')),
  });
}

function street(address: XmlElement): Found<string> {
  const parts = ['BuildingNumber', 'StreetName', 'AdditionalStreetName'].flatMap((name) =>
    childrenOf(address, name),
  );
  const lines =
    parts.length > 0 ? parts : childrenOf(address, 'AddressLine').flatMap(({ children }) => children);
  const words = lines.flatMap((line) => textOf(line) ?? []);
  return leaf(words.join(' ') || undefined, lines.map(({ path }) => path).join(' + '));
}

function contact(element: XmlElement | undefined): Found<JsonObject> {
  return group({
    name: text(at(element, 'Name')),
    phone: text(at(element, 'Telephone')),
    email: text(at(element, 'ElectronicMail')),
  });
}

function identifiers(element: XmlElement): Found {
  const stated = [
    ...childrenOf(element, 'PartyIdentification').flatMap(({ children }) => children),
    ...childrenOf(element, 'EndpointID'),
    ...childrenOf(element, 'PartyLegalEntity').flatMap((legal) => childrenOf(legal, 'CompanyID')),
  ];
  const known = stated.map((id) => identifier(schemes[(id.attributes.schemeID ?? '').toUpperCase()], id));
  const tax = childrenOf(element, 'PartyTaxScheme').flatMap((scheme) => childrenOf(scheme, 'CompanyID'));
  return items([...firstPerScheme(known), ...tax.slice(0, 1).map((id) => identifier('tax', id))]);
}

function identifier(scheme: PartyIdentifierScheme | undefined, element: XmlElement): Found<JsonObject> {
  const value = textOf(element);
  if (!scheme || !value) return nothing;
  const checked = checkIdentifier(scheme, value, '');
  if (!checked.ok) return setAside(value, checked.refusals[0]?.message ?? 'it is not valid');
  return group({ scheme: leaf(scheme, `${element.path}/@schemeID`), value: leaf(value, element.path) });
}

/** A party may give its location number again as its electronic address: one of each scheme is taken. */
function firstPerScheme(found: readonly Found<JsonObject>[]): Found<JsonObject>[] {
  const seen = new Set<unknown>();
  return found.filter(({ value }) => {
    if (value === undefined) return true;
    const isNew = !seen.has(value.scheme);
    seen.add(value.scheme);
    return isNew;
  });
}
