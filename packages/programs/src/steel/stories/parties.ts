import type { Party } from '@portolan/documents';
import { partyOf } from '../../usmca-cafta/stories/parties.ts';

/** Who acts in the story of steel. Broker and agency are those of the sample community; all others are invented for it. */
export type SteelActor =
  | 'buyer'
  | 'mill'
  | 'broker'
  | 'licence-office'
  | 'carrier'
  | 'agency'
  | 'inspector'
  | 'billet-mill'
  | 'service-centre';

type Own = Exclude<SteelActor, 'broker' | 'agency'>;

/** Identifiers are those of public sample keys: seed sha256('portolan sample key steel-' + actor). */
const own: Readonly<Record<Own, Party & { readonly did: string }>> = {
  buyer: {
    name: 'Sample Prairie Beam Inc.',
    did: 'did:key:z6MkfBinfdk58UM2yWEU1FtqS8MgrfBeXqVBHEvyFUQje62Z',
    identifiers: [{ scheme: 'importer-number', value: '12-3456789AC' }],
    address: {
      street: '9 Sample Mill Road',
      city: 'Laredo',
      region: 'TX',
      postalCode: '78040',
      country: 'US',
    },
    contact: { phone: '+1 555 0160', email: 'imports@prairie.sample.example' },
  },
  mill: {
    name: 'Sample Acero del Norte S.A. de C.V.',
    did: 'did:key:z6MktYqexmCrKRxj3GdkmpZCQ5bsAEDJToLCXbJcmuqwMxUW',
    address: {
      street: 'Av. Sample 400',
      city: 'Monterrey',
      region: 'NL',
      postalCode: '64000',
      country: 'MX',
    },
    contact: { phone: '+52 55 5550 0170', email: 'calidad@acero.sample.example' },
  },
  'licence-office': {
    name: 'Sample Licence Office',
    did: 'did:key:z6MkwcJd334pRqAJkeKWskYQYCnfjP9d46F4uPReHGPKzyaM',
    address: { city: 'Washington', region: 'DC', country: 'US' },
  },
  inspector: {
    name: 'Sample Inspection Bureau',
    did: 'did:key:z6Mkn3E1cDXzFwhvw7h5sAHYNCC4miJFgvXe8UfEJXp1akK3',
    address: { city: 'Monterrey', country: 'MX' },
  },
  'billet-mill': {
    name: 'Sample Eastern Billet Works',
    did: 'did:key:z6Mko9ibpNbCwpF6vsJ2xLWvmCVQeCmXtWJtF6YAx6L7i3uD',
    address: { city: 'Tangshan', country: 'CN' },
  },
  carrier: {
    name: 'Sample Rio Bravo Freight',
    did: 'did:key:z6MksdJWBKtdRouC7Bb4jeqqc412JGY6an3PNEG2oUeD1h7b',
    identifiers: [{ scheme: 'scac', value: 'ZZZY' }],
    address: { city: 'Nuevo Laredo', country: 'MX' },
  },
  'service-centre': {
    name: 'Sample Border Steel Service',
    did: 'did:key:z6MkgkVbX7ztyfj8HvYWd6LRTyFV7pyTG2s3KQaybjLXF1Vg',
    address: { city: 'Monterrey', country: 'MX' },
  },
};

export function steelParty(actor: SteelActor): Party & { readonly did: string } {
  const party = actor === 'broker' || actor === 'agency' ? partyOf(actor) : own[actor];
  if (party.did === undefined) throw new Error(`${actor} has no identifier`);
  return { ...party, did: party.did };
}

/** Name of the public sample key of an actor, to which the prefix of sample keys is put. */
export function sampleKeyName(actor: SteelActor): string {
  return actor === 'broker' || actor === 'agency' ? actor : `steel-${actor}`;
}
