import { checkGln, checkGtin, type JsonObject } from '@portolan/kernel';
import { incoterms } from '../../../schema/value.ts';
import { type Found, firstOf, group, items, leaf, nothing, setAside } from '../../found.ts';
import { plainDecimal } from '../../ubl/number.ts';
import { elementAt, elementOf, every, first, placeOf, type Segment } from '../segment.ts';
import { unitOf } from '../x12/units.ts';

/** The date of a DTM with one of the qualifiers: its first eight digits, in formats 102, 203 and 303. */
export function dtm(segments: readonly Segment[], ...qualifiers: readonly string[]): Found<string> {
  const segment = first(segments, 'DTM', ...qualifiers);
  const parts = /^(\d{4})(\d{2})(\d{2})/.exec(elementOf(segment, 1, 2) ?? '');
  return segment && parts ? leaf(`${parts[1]}-${parts[2]}-${parts[3]}`, placeOf(segment, 1)) : nothing;
}

/** The number of an RFF with one of the qualifiers. */
export function rff(segments: readonly Segment[], ...qualifiers: readonly string[]): Found<string> {
  return elementAt(first(segments, 'RFF', ...qualifiers), 1, 2);
}

export function rffs(segments: readonly Segment[], ...qualifiers: readonly string[]): Found {
  return items(every(segments, 'RFF', ...qualifiers).map((segment) => elementAt(segment, 1, 2)));
}

/** NAD with the contact that follows it. A party that is only a location number is known by it. */
export function nad(segments: readonly Segment[], ...roles: readonly string[]): Found<JsonObject> {
  const at = roles.map((role) => first(segments, 'NAD', role)).find((segment) => segment !== undefined);
  if (!at) return nothing;
  const number = elementOf(at, 2, 1);
  const name = firstOf(joined(at, 4), joined(at, 3), leaf(number, placeOf(at, 2)));
  if (name.value === undefined) return nothing;
  return group({
    name,
    identifiers: items([gln(at, number)]),
    address: group({
      street: joined(at, 5),
      city: elementAt(at, 6),
      region: elementAt(at, 7),
      postalCode: elementAt(at, 8),
      country: elementAt(at, 9),
    }),
  });
}

function gln(segment: Segment, number: string | undefined): Found<JsonObject> {
  if (number === undefined || !checkGln(number).ok) return nothing;
  return group({ scheme: leaf('gln', placeOf(segment, 2)), value: leaf(number, placeOf(segment, 2)) });
}

function joined(segment: Segment, index: number): Found<string> {
  const words = (segment.elements[index - 1] ?? []).map((part) => part.trim()).filter((part) => part !== '');
  return leaf(words.join(' ') || undefined, placeOf(segment, index));
}

/** QTY with one of the qualifiers; without a unit it counts pieces (UNTDID 6411: PCE by default). */
export function qty(segments: readonly Segment[], ...qualifiers: readonly string[]): Found<JsonObject> {
  const segment = first(segments, 'QTY', ...qualifiers);
  return segment
    ? measured(segment, elementOf(segment, 1, 2), elementOf(segment, 1, 3) ?? 'PCE', 1)
    : nothing;
}

/** A number with its unit, at an element. */
export function measured(
  segment: Segment,
  digits: string | undefined,
  unit: string,
  index: number,
): Found<JsonObject> {
  if (digits === undefined) return nothing;
  const code = unit === 'PCE' || unit === 'PCS' ? 'H87' : unit === 'KG' ? 'KGM' : unitOf(unit);
  return group({
    value: leaf(plainDecimal(digits), placeOf(segment, index)),
    unit: leaf(code, placeOf(segment, index)),
  });
}

/** CUX with the reference currency. */
export function currencyOf(segments: readonly Segment[]): Found<string> {
  return elementAt(first(segments, 'CUX'), 1, 2);
}

/** MOA with one of the qualifiers. */
export function moa(
  segments: readonly Segment[],
  currency: Found<string>,
  ...qualifiers: readonly string[]
): Found<JsonObject> {
  const segment = qualifiers
    .map((qualifier) => first(segments, 'MOA', qualifier))
    .find((each) => each !== undefined);
  const digits = elementOf(segment, 1, 2);
  if (!segment || digits === undefined) return nothing;
  return group({
    amount: leaf(plainDecimal(digits), placeOf(segment, 1)),
    currency: firstOf(elementAt(segment, 1, 3), currency),
  });
}

/** PRI: the price of one unit. */
export function pri(segments: readonly Segment[], currency: Found<string>): Found<JsonObject> {
  const segment = first(segments, 'PRI');
  const digits = elementOf(segment, 1, 2);
  if (!segment || digits === undefined) return nothing;
  return group({ amount: leaf(plainDecimal(digits), placeOf(segment, 1)), currency });
}

/** LIN with its PIA and IMD: item numbers and description. */
export function goods([lin, ...after]: readonly Segment[]): Record<string, Found> {
  const pia = every(after, 'PIA').find((segment) =>
    ['SA', 'MF', 'VP', 'IN', 'BP', '91'].includes(elementOf(segment, 2, 2) ?? elementOf(segment, 2, 4) ?? ''),
  );
  const texts = [
    ...every(after, 'IMD').map((imd) => joinedFrom(imd, 3, 3)),
    ...every(after, 'FTX').map((ftx) => joinedFrom(ftx, 4, 0)),
  ];
  return {
    sku: elementAt(pia, 2, 1),
    gtin: gtin(lin),
    description: firstOf(...texts, elementAt(pia, 2, 1), elementAt(lin, 3, 1)),
  };
}

function joinedFrom(segment: Segment, index: number, from: number): Found<string> {
  const words = (segment.elements[index - 1] ?? []).slice(from).filter((part) => part.trim() !== '');
  return leaf(words.join(' ') || undefined, placeOf(segment, index));
}

function gtin(lin: Segment | undefined): Found<string> {
  const number = elementOf(lin, 3, 1);
  if (!lin || !number) return nothing;
  return checkGtin(number).ok
    ? leaf(number, placeOf(lin, 3))
    : setAside(number, 'it is no trade item number');
}

/** TOD: the Incoterms rule with its place. */
export function term(segments: readonly Segment[]): Found<JsonObject> {
  const tod = first(segments, 'TOD');
  const written = elementOf(tod, 3, 1);
  if (!tod || !written) return nothing;
  const known = incoterms.find((rule) => rule === written.toUpperCase());
  if (!known) return setAside(written, 'it is not a rule of Incoterms 2020 or 2010');
  return group({ code: leaf(known, placeOf(tod, 3)), place: elementAt(first(segments, 'LOC', '1'), 2, 4) });
}
