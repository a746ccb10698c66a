import type { Party } from '@portolan/documents';
import { sampleTenant } from '../../sample-community.ts';
import type { Slug } from './file.ts';

/** A sample member as documents name it. */
export function partyOf(slug: Slug): Party {
  const { name, did, identifiers, address, contact } = sampleTenant(slug);
  return {
    name,
    did,
    ...(identifiers.length > 0 ? { identifiers: identifiers.map((identifier) => ({ ...identifier })) } : {}),
    address: { ...address },
    contact: { ...contact },
  };
}

export const usd = (amount: string) => ({ amount, currency: 'USD' });
export const kg = (value: string) => ({ value, unit: 'KGM' });
export const litres = (value: string) => ({ value, unit: 'LTR' });
