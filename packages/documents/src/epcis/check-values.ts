import { isRecord, type JsonValue, parseDate, parseInstant } from '@portolan/kernel';
import { fault, nameOf, type Place, shown, within } from './fault.ts';
import { bareValue, type Vocabulary } from './vocabulary.ts';

/** Looks at one value and notes what is wrong with it. */
export type Check = (value: JsonValue, place: Place) => void;

const URI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/;
const OFFSET = /^[+-](?:0\d|1[0-4]):[0-5]\d$/;
/** Sevenths of a microsecond are written by some systems; more than nine digits by none. */
const LONG_FRACTION = /(\.\d{3})\d*(?=Z|[+-]\d{2}:\d{2}$)/;

export const isText: Check = (value, place) => {
  if (typeof value !== 'string' || value === '') kind(place, 'a text');
};

export const isTrueOrFalse: Check = (value, place) => {
  if (typeof value !== 'boolean') kind(place, 'true or false');
};

export const isNumber: Check = (value, place) => {
  if (typeof value !== 'number') kind(place, 'a number');
};

export const isUri: Check = (value, place) => {
  if (typeof value !== 'string' || !URI.test(value))
    fault(place, 'DOC_EPCIS_URI', { field: nameOf(place), found: shown(value) });
};

export const isTime: Check = (value, place) => {
  if (typeof value !== 'string' || !parseInstant(shortFraction(value)).ok)
    fault(place, 'DOC_EPCIS_TIME', { field: nameOf(place), found: shown(value) });
};

export const isDay: Check = (value, place) => {
  if (!parseDate(value).ok && !(typeof value === 'string' && parseInstant(shortFraction(value)).ok))
    fault(place, 'DOC_EPCIS_DATE', { field: nameOf(place), found: shown(value) });
};

export const isZone: Check = (value, place) => {
  if (typeof value !== 'string' || !OFFSET.test(value)) kind(place, 'an offset such as +02:00 or -06:00');
};

/** A time without the digits beyond milliseconds, which no clock of the trade means. */
export function shortFraction(text: string): string {
  return text.replace(LONG_FRACTION, '$1');
}

/** A standard word, or a URI of one's own; a bare word that the vocabulary does not have is a fault. */
export function isWordOf(vocabulary: Vocabulary): Check {
  return (value, place) => {
    const field = nameOf(place);
    if (typeof value !== 'string' || value === '') return kind(place, 'a text');
    const bare = bareValue(value, vocabulary);
    if (vocabulary.values.has(bare)) return;
    if (bare === value && URI.test(value)) return;
    const choices = [...vocabulary.values].join(', ');
    fault(place, 'DOC_EPCIS_CHOICE', { field, found: shown(value), choices });
  };
}

export function isOneOf(values: ReadonlySet<string>): Check {
  return (value, place) => {
    if (typeof value === 'string' && values.has(value)) return;
    const params = { field: nameOf(place), found: shown(value), choices: [...values].join(', ') };
    fault(place, 'DOC_EPCIS_CHOICE', params);
  };
}

export function isListOf(check: Check): Check {
  return (value, place) => {
    if (!Array.isArray(value)) return kind(place, 'a list');
    value.forEach((item, index) => {
      check(item, within(place, index));
    });
  };
}

/** One value or a list of them, as JSON-LD writes both. */
export function isOneOrMore(check: Check): Check {
  const list = isListOf(check);
  return (value, place) => (Array.isArray(value) ? list(value, place) : check(value, place));
}

export interface ObjectShape {
  readonly fields: Readonly<Record<string, Check>>;
  readonly required?: readonly string[];
  /** What the object is called in a message. */
  readonly name: string;
}

/** An object of known fields; others need a namespace of their own. */
export function isObject({ fields, required = [], name }: ObjectShape): Check {
  return (value, place) => {
    if (!isRecord(value)) return kind(place, 'an object');
    for (const field of required)
      if (value[field] === undefined)
        fault(within(place, field), 'DOC_EPCIS_MISSING', { field, type: name, expected: 'it is required' });
    for (const [field, part] of Object.entries(value)) {
      const check = Object.hasOwn(fields, field) ? fields[field] : undefined;
      if (check) check(part as JsonValue, within(place, field));
      else checkExtension(field, name, within(place, field));
    }
  };
}

/** An object of fields of one's own, each with a namespace (EPCIS 2.0, section 9.1). */
export function isExtensions(name: string): Check {
  return isObject({ fields: {}, name });
}

function checkExtension(field: string, owner: string, place: Place): void {
  const colon = field.indexOf(':');
  if (field.startsWith('@')) return;
  if (colon <= 0) return fault(place, 'DOC_EPCIS_FIELD_UNKNOWN', { field, place: `a ${owner}` });
  const prefix = field.slice(0, colon);
  if (place.prefixes.has(prefix) || field.startsWith(`${prefix}://`) || prefix === 'urn') return;
  fault(place, 'DOC_EPCIS_PREFIX', { prefix, field });
}

/** Anything: it belongs to whoever wrote it. */
export const isAnything: Check = () => undefined;

function kind(place: Place, expected: string): void {
  fault(place, 'DOC_EPCIS_KIND', { field: nameOf(place), expected });
}
