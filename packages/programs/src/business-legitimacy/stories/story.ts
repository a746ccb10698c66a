import type { JsonObject } from '@portolan/kernel';
import type { SampleTenant } from '../../sample-community.ts';
import { type SampleAttestation, sampleAttestations } from './documents.ts';

/** One story of legitimacy: the evidence about one organization, and what it has to come to. */
export interface LegitimacyStory {
  readonly folder: string;
  readonly title: string;
  readonly about: SampleTenant['slug'];
  readonly role: string;
  readonly evidence: readonly SampleAttestation[];
  /** Attesters that the agency suspends after they signed. */
  readonly suspended?: readonly string[];
  readonly expected: {
    readonly level: string;
    readonly barred: boolean;
    /** Codes of what is discounted or found, each once; none in the good story. */
    readonly codes: readonly string[];
  };
}

/** What is attested about the importer in the good story. */
export const own = sampleAttestations.filter(({ about }) => about === 'importer');

/** The same with other words of one attester. */
export function changed(by: string, changes: JsonObject): SampleAttestation[] {
  return own.map((one) => (one.by === by ? { ...one, document: { ...one.document, ...changes } } : one));
}

/** A story about the importer. */
export function story(
  folder: string,
  title: string,
  evidence: readonly SampleAttestation[],
  expected: LegitimacyStory['expected'],
  suspended: readonly string[] = [],
): LegitimacyStory {
  return { folder, title, about: 'importer', role: 'importer', evidence, expected, suspended };
}
