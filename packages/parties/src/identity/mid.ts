import { makeMid } from '@portolan/kernel';
import type { AttestedParty } from '../attestation/attestation.ts';
import { canadianCodes } from './canada.ts';

/**
 * The manufacturer identification code that the published rules make of a name and address (19 CFR part 102, appendix);
 * undefined where city or, for Canada, the province is not known. Not unique and easily doubled: it names nobody by itself.
 */
export function constructedMid({ name, country, region, street, city }: AttestedParty): string | undefined {
  const place = country === 'CA' ? canadianCodes[region ?? ''] : country;
  if (city === undefined || place === undefined) return undefined;
  return makeMid({ country: place, name, city, ...(street === undefined ? {} : { street }) });
}
