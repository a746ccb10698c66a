import { countryName, isCountry } from '@portolan/kernel';

/** Where on earth something happened, as far as its name tells. */
export interface NamedPlace {
  readonly name: string;
  /** Degrees, north and east positive (WGS 84). */
  readonly latitude?: number;
  readonly longitude?: number;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

const GEO = /^geo:(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)[^\s]*(?:\s+(.+))?$/;
const UNLOCODE = /^([A-Z]{2})\s?[A-Z2-9]{3}$/;
const CODE_LAST = /^(.+?)[,\s]+\(?([A-Z]{2})\)?$/;

/**
 * Reads the place of an event: a `geo:` URI (RFC 5870), with a name after it or none; a UN/LOCODE; a name that ends in the
 * code of its country, such as `Furnace 2, Monterrey works, MX`. Any other text is a name without a spot on the map.
 */
export function placeOf(text: string): NamedPlace {
  const geo = GEO.exec(text);
  if (geo) {
    const [, latitude, longitude, name] = geo;
    return { ...placeOf(name ?? `${latitude}, ${longitude}`), ...coordinates(latitude, longitude) };
  }
  const code = UNLOCODE.exec(text)?.[1] ?? CODE_LAST.exec(text)?.[2];
  return code !== undefined && isCountry(code) ? { name: text, country: code } : { name: text };
}

function coordinates(latitude = '', longitude = ''): Partial<NamedPlace> {
  const [north, east] = [Number(latitude), Number(longitude)];
  return Math.abs(north) <= 90 && Math.abs(east) <= 180 ? { latitude: north, longitude: east } : {};
}

/** The place as the text of an event, so that `placeOf` reads it back. At most 200 characters. */
export function placeText({ name, latitude, longitude, country }: NamedPlace): string {
  const withCountry =
    country !== undefined && countryName(country) !== undefined && !name.endsWith(country)
      ? `${name.slice(0, 150)}, ${country}`
      : name.slice(0, 154);
  const exact = latitude !== undefined && longitude !== undefined;
  return exact ? `geo:${latitude},${longitude} ${withCountry}` : withCountry;
}
