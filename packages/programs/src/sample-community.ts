import { sampleOil } from './sample-oil.ts';
import { sampleSteel } from './sample-steel.ts';

/** A member of the sample community: invented, and marked as sample in its name. */
export interface SampleTenant {
  readonly slug: 'agency' | 'importer' | 'broker' | 'grower' | 'juicer' | 'carrier' | SteelSlug | OilSlug;
  readonly name: string;
  readonly kind: 'agency' | 'trade';
  readonly roles: readonly SampleRole[];
  /** did:key of the public sample key, whose seed is sha256('portolan sample key ' + slug). */
  readonly did: string;
  readonly identifiers: readonly { readonly scheme: SampleScheme; readonly value: string }[];
  readonly address: {
    readonly street: string;
    readonly city: string;
    readonly region: string;
    readonly postalCode: string;
    readonly country: string;
  };
  readonly contact: { readonly phone: string; readonly email: string };
  readonly filerCode?: string;
  readonly members: readonly SampleMember[];
}

/** Who acts in the stories of steel beside the others. */
type SteelSlug =
  `steel-${'buyer' | 'mill' | 'service-centre' | 'licence-office' | 'inspector' | 'carrier' | 'billet-mill'}`;

/** Who acts in the stories of oil beside the broker and the agency. */
type OilSlug = `oil-${'facility' | 'pipeline' | 'aurora' | 'coulee' | 'prairie'}`;

type SampleRole =
  | 'importer'
  | 'exporter'
  | 'producer'
  | 'broker'
  | 'carrier'
  | 'agency'
  | 'licence-office'
  | 'inspector';

export type SampleScheme = 'importer-number' | 'filer-code' | 'mid' | 'scac' | 'tax';

export interface SampleMember {
  readonly id: string;
  readonly name: string;
  readonly role: 'officer' | 'lead' | 'filer' | 'signer' | 'viewer';
}

/** Prefix of the text whose SHA-256 is the seed of a sample member's key: public on purpose, worth nothing outside samples. */
export const sampleKeyPrefix = 'portolan sample key ';

/** Address of the status list of a sample issuer; resolved in process, never fetched. */
export function sampleStatusUrl(slug: string, purpose: 'revocation' | 'suspension'): string {
  return `https://sample.portolan.example/status/${slug}/${purpose}`;
}

export const sampleCommunity: readonly SampleTenant[] = [
  {
    slug: 'agency',
    name: 'Sample Customs Agency',
    kind: 'agency',
    roles: ['agency'],
    did: 'did:key:z6MktCnrdVNzdCWxuRnVt1sdkTzhg6BX8cEpSsAxrJZVJWq4',
    identifiers: [],
    address: {
      street: '1 Sample Plaza',
      city: 'Nogales',
      region: 'AZ',
      postalCode: '85621',
      country: 'US',
    },
    contact: { phone: '+1 555 0100', email: 'desk@agency.sample.example' },
    members: [
      { id: 'agency-officer', name: 'Sample Officer', role: 'officer' },
      { id: 'agency-lead', name: 'Sample Lead', role: 'lead' },
      // Nobody hears an appeal against an act of their own.
      { id: 'agency-second-lead', name: 'Sample Second Lead', role: 'lead' },
    ],
  },
  {
    slug: 'importer',
    name: 'Sample Harbor Foods Inc.',
    kind: 'trade',
    roles: ['importer'],
    did: 'did:key:z6MkgFTstJ9E9PnVh4TPmTqGAGLjmNakj6m8gSbMJ4VZEfat',
    identifiers: [{ scheme: 'importer-number', value: '12-3456789AB' }],
    address: {
      street: '200 Sample Harbor Road',
      city: 'Rio Rico',
      region: 'AZ',
      postalCode: '85648',
      country: 'US',
    },
    contact: { phone: '+1 555 0110', email: 'imports@harbor.sample.example' },
    members: [
      { id: 'importer-filer', name: 'Sample Import Manager', role: 'filer' },
      { id: 'importer-signer', name: 'Sample Importer Signatory', role: 'signer' },
    ],
  },
  {
    slug: 'broker',
    name: 'Sample Meridian Customs Brokers LLC',
    kind: 'trade',
    roles: ['broker'],
    did: 'did:key:z6Mkt69rsGrfLtg5jA4ySd7idqnyxdX9bdJYi1qv28wHjvwS',
    identifiers: [{ scheme: 'filer-code', value: 'ZZ9' }],
    filerCode: 'ZZ9',
    address: {
      street: '40 Sample Meridian Street',
      city: 'Nogales',
      region: 'AZ',
      postalCode: '85621',
      country: 'US',
    },
    contact: { phone: '+1 555 0120', email: 'entries@meridian.sample.example' },
    members: [
      { id: 'broker-filer', name: 'Sample Entry Writer', role: 'filer' },
      { id: 'broker-signer', name: 'Sample Licence Holder', role: 'signer' },
      { id: 'broker-viewer', name: 'Sample Trainee', role: 'viewer' },
    ],
  },
  {
    slug: 'grower',
    name: 'Sample Valle Verde Produce',
    kind: 'trade',
    roles: ['producer', 'exporter'],
    did: 'did:key:z6MkkZVMDfBB8UHYus1QLHGNKMv9FWhetKSQ1xW2r65ia8YT',
    identifiers: [{ scheme: 'tax', value: 'SVV010101AAA' }],
    address: {
      street: 'Carretera Sample 1250',
      city: 'Culiacan',
      region: 'SIN',
      postalCode: '80000',
      country: 'MX',
    },
    contact: { phone: '+52 55 5550 0130', email: 'origen@valleverde.sample.example' },
    members: [{ id: 'grower-signer', name: 'Sample Grower Signatory', role: 'signer' }],
  },
  {
    slug: 'juicer',
    name: 'Sample Jugos Tropicales',
    kind: 'trade',
    roles: ['producer', 'exporter'],
    did: 'did:key:z6MkiR4gVSShYDpxTDVfFLax7SUvXrgFXtwv1AzCDwBtis3x',
    identifiers: [{ scheme: 'tax', value: '3101000000' }],
    address: {
      street: 'Ruta Sample 32',
      city: 'Limon',
      region: 'L',
      postalCode: '70101',
      country: 'CR',
    },
    contact: { phone: '+506 5550 0140', email: 'origen@jugos.sample.example' },
    members: [{ id: 'juicer-signer', name: 'Sample Juice Maker Signatory', role: 'signer' }],
  },
  {
    slug: 'carrier',
    name: 'Sample Frontera Trucking',
    kind: 'trade',
    roles: ['carrier'],
    did: 'did:key:z6MktrvZ5YgbEbEeFHUoYzTXWGu3FGRgko6Hv7eK57FuMEkS',
    identifiers: [{ scheme: 'scac', value: 'ZZZZ' }],
    address: {
      street: '77 Sample Frontage Road',
      city: 'Nogales',
      region: 'SON',
      postalCode: '84000',
      country: 'MX',
    },
    contact: { phone: '+52 55 5550 0150', email: 'dispatch@frontera.sample.example' },
    members: [{ id: 'carrier-signer', name: 'Sample Dispatcher', role: 'signer' }],
  },
  ...sampleSteel,
  ...sampleOil,
];

/** The sample member of a slug; throws for a slug that is none, since that is a bug. */
export function sampleTenant(slug: SampleTenant['slug']): SampleTenant {
  const tenant = sampleCommunity.find((candidate) => candidate.slug === slug);
  if (!tenant) throw new Error(`no sample member ${slug}`);
  return tenant;
}
