import type { Holder } from '@portolan/documents';
import { type SampleTenant, sampleTenant } from '../../sample-community.ts';

/** Who acts in the stories of oil, by what they do in them. */
export type OilActor = 'facility' | 'pipeline' | 'aurora' | 'coulee' | 'prairie' | 'broker' | 'agency';

/** The three who own the oil one after the other. */
export type OilOwner = 'aurora' | 'coulee' | 'prairie';

/** The member of the sample community that an actor is. */
export function oilSlug(actor: OilActor): SampleTenant['slug'] {
  return actor === 'broker' || actor === 'agency' ? actor : `oil-${actor}`;
}

/** As the papers of a line name it. */
export function holder(actor: OilActor): Holder {
  const { did, name } = sampleTenant(oilSlug(actor));
  return { name, did };
}
