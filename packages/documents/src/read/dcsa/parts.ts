import { checkLei, checkScac, type JsonObject, parseDecimal } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf, nothing } from '../found.ts';
import { listAt, member, type Node, stringAt, textAt } from './json.ts';

/** A party of DCSA: name, address where it is given in parts, LEI. */
export function dcsaParty(node: Node): Found<JsonObject> {
  if (stringAt(node, 'partyName') === undefined) return nothing;
  const [contact] = listAt(node, 'partyContactDetails');
  const address = member(node, 'address');
  return group({
    name: textAt(node, 'partyName'),
    identifiers: items(listAt(node, 'identifyingCodes').map(identifier).slice(0, 5)),
    address: group({
      street: street(address),
      city: textAt(address, 'city'),
      region: textAt(address, 'stateRegion'),
      postalCode: textAt(address, 'postCode'),
      country: textAt(address, 'countryCode'),
    }),
    contact: contact
      ? group({
          name: textAt(contact, 'name'),
          phone: textAt(contact, 'phone'),
          email: textAt(contact, 'email'),
        })
      : nothing,
  });
}

function street(address: Node): Found<string> {
  const [name, number] = [stringAt(address, 'street'), stringAt(address, 'streetNumber')];
  const words = [name, number === 'N/A' ? undefined : number].filter((part) => part !== undefined);
  return leaf(words.join(' ') || undefined, member(address, 'street').pointer);
}

function identifier(node: Node): Found<JsonObject> {
  const code = stringAt(node, 'partyCode');
  if (stringAt(node, 'codeListName') !== 'LEI' || code === undefined || !checkLei(code).ok) return nothing;
  return group({
    scheme: leaf('lei', member(node, 'codeListName').pointer),
    value: textAt(node, 'partyCode'),
  });
}

/** The carrier by its code: SCAC of the NMFTA or a code of the SMDG list. */
export function dcsaCarrier(node: Node): Found<JsonObject> {
  const code = stringAt(node, 'carrierCode');
  if (code === undefined) return nothing;
  const isScac = stringAt(node, 'carrierCodeListProvider') === 'NMFTA' && checkScac(code).ok;
  const scheme = leaf('scac', member(node, 'carrierCodeListProvider').pointer);
  return group({
    name: textAt(node, 'carrierCode'),
    identifiers: items(isScac ? [group({ scheme, value: textAt(node, 'carrierCode') })] : []),
  });
}

/** A location: its UN/LOCODE, and its name where it has one. */
export function dcsaPlace(node: Node): Found<JsonObject> {
  const code = textAt(node, 'UNLocationCode');
  const unlocode = /^[A-Z]{2}[A-Z2-9]{3}$/.test(code.value ?? '') ? code : nothing;
  return group({
    name: firstOf(textAt(node, 'locationName'), textAt(node, 'address', 'city')),
    unlocode,
    country: textAt(node, 'address', 'countryCode'),
  });
}

/** A weight or volume. JSON numbers are taken by their digits. */
export function dcsaMeasure(node: Node): Found<JsonObject> {
  const digits = textAt(node, 'value');
  if (digits.value === undefined || !parseDecimal(digits.value).ok) return nothing;
  return group({ value: digits, unit: textAt(node, 'unit') });
}

/** Cargo items of all consignment items as goods: what, in which container, how many packages of what weight. */
export function dcsaGoods(document: Node): Found<JsonObject>[] {
  const goods = listAt(document, 'consignmentItems').flatMap((item) =>
    listAt(item, 'cargoItems').map((cargo) => ({ item, cargo })),
  );
  return goods.map(({ item, cargo }, index) => {
    const [description] = listAt(item, 'descriptionOfGoods');
    const [code] = listAt(item, 'HSCodes');
    return group({
      number: leaf(String(index + 1), cargo.pointer),
      description: description ? textAt(description) : textAt(item, 'descriptionOfGoods'),
      hs: code ? harmonized(code) : nothing,
      packages: packages(member(cargo, 'outerPackaging')),
      grossWeight: dcsaMeasure(member(cargo, 'cargoGrossWeight')),
      netWeight: dcsaMeasure(member(cargo, 'cargoNetWeight')),
      container: textAt(cargo, 'equipmentReference'),
    });
  });
}

function harmonized(code: Node): Found<string> {
  const digits = textAt(code);
  return /^\d{6}(\d{2}){0,2}$/.test(digits.value ?? '')
    ? leaf(digits.value?.slice(0, 6), code.pointer)
    : nothing;
}

function packages(node: Node): Found<JsonObject> {
  const count = member(node, 'numberOfPackages');
  if (typeof count.value !== 'number' || !Number.isInteger(count.value) || count.value < 1) return nothing;
  const kind = firstOf(
    textAt(node, 'description'),
    textAt(node, 'packageCode'),
    leaf('package', count.pointer),
  );
  return group({ count: leaf(count.value, count.pointer), kind });
}

/** Container numbers wherever DCSA puts them, each once. */
export function dcsaContainers(document: Node): Found {
  const seen = new Set<string>();
  const found = listAt(document, 'utilizedTransportEquipments')
    .map((equipment) =>
      firstOf(textAt(equipment, 'equipment', 'equipmentReference'), textAt(equipment, 'equipmentReference')),
    )
    .filter(({ value }) => {
      if (typeof value !== 'string' || seen.has(value)) return false;
      seen.add(value);
      return true;
    });
  return items(found);
}
