import type { JsonObject } from '@portolan/kernel';
import { checkDuns, checkGln, checkScac } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf, nothing } from '../../found.ts';
import { elementAt, elementOf, every, placeOf, type Segment } from '../segment.ts';
import { regionCountry } from './regions.ts';

/** The N1 loop of the first role that the message has: N1 with the N2, N3, N4 and PER that follow it. */
export function partyOf(segments: readonly Segment[], ...roles: readonly string[]): Found<JsonObject> {
  for (const role of roles) {
    const at = segments.findIndex((segment) => segment.tag === 'N1' && elementOf(segment, 1) === role);
    if (at >= 0) return loopParty(segments.slice(at));
  }
  return nothing;
}

function loopParty([n1, ...rest]: readonly Segment[]): Found<JsonObject> {
  const end = rest.findIndex(({ tag }) => !['N2', 'N3', 'N4', 'REF', 'PER', 'G61'].includes(tag));
  const loop = end < 0 ? rest : rest.slice(0, end);
  const street = every(loop, 'N3')[0];
  const town = every(loop, 'N4')[0];
  return group({
    name: firstOf(elementAt(n1, 2), elementAt(every(loop, 'N2')[0], 1)),
    identifiers: items([identifier(n1)]),
    address: group({
      street: streetOf(street),
      city: elementAt(town, 1),
      region: elementAt(town, 2),
      postalCode: elementAt(town, 3),
      country: countryOf(town),
    }),
    contact: contactOf(every(loop, 'PER')),
  });
}

function streetOf(n3: Segment | undefined): Found<string> {
  const words = [elementOf(n3, 1), elementOf(n3, 2)].filter((part) => part !== undefined).join(' ');
  return n3 ? leaf(words || undefined, placeOf(n3)) : nothing;
}

/** N404; without it the country that the state or province belongs to, since X12 gives N402 in the United States and Canada. */
function countryOf(n4: Segment | undefined): Found<string> {
  const stated = elementOf(n4, 4);
  if (n4 && stated) return leaf(stated.toUpperCase(), placeOf(n4, 4));
  const implied = regionCountry(elementOf(n4, 2));
  return n4 && implied ? leaf(implied, placeOf(n4, 2)) : nothing;
}

/** N103 codes whose number is one that parties are known by. */
function identifier(n1: Segment | undefined): Found<JsonObject> {
  const [qualifier, number] = [elementOf(n1, 3), elementOf(n1, 4)];
  const scheme = schemes.find(
    ([codes, , check]) => codes.includes(qualifier ?? '') && number !== undefined && check(number).ok,
  )?.[1];
  if (!n1 || !scheme) return nothing;
  return group({ scheme: leaf(scheme, placeOf(n1, 3)), value: leaf(number, placeOf(n1, 4)) });
}

type Check = (number: string) => { readonly ok: boolean };

const schemes: readonly (readonly [codes: readonly string[], scheme: string, check: Check])[] = [
  [['1', '9'], 'duns', (number) => checkDuns(number)],
  [['UL'], 'gln', (number) => checkGln(number)],
  [['2'], 'scac', (number) => checkScac(number)],
];

function contactOf(per: readonly Segment[]): Found<JsonObject> {
  const phone = per.flatMap((segment) => communication(segment, 'TE'))[0];
  const email = per.flatMap((segment) => communication(segment, 'EM'))[0];
  return group({ phone: phone ?? nothing, email: email ?? nothing });
}

function communication(segment: Segment, qualifier: string): Found<string>[] {
  return [3, 5, 7]
    .filter((index) => elementOf(segment, index) === qualifier)
    .map((index) => elementAt(segment, index + 1));
}
