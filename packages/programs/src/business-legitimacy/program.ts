import { partiesCatalogue, partyCredentialTypes } from '@portolan/parties';
import type { Program } from '../program.ts';
import { page } from './page.ts';
import { samplePolicy, stricterPolicy } from './policies/sample.ts';
import { type LegitimacyFacts, ruleVersions } from './rule-versions.ts';
import { trial } from './trial.ts';

const facts: LegitimacyFacts = { policies: [samplePolicy, stricterPolicy] };

/** Legitimacy of businesses and those who act for them, by third-party consensus with customs in oversight. */
export const businessLegitimacy: Program<LegitimacyFacts> = {
  id: 'business-legitimacy',
  title: 'Business legitimacy',
  summary:
    'Who a party is, by what independent parties attest, under a published policy that anybody can replay.',
  reads: partyCredentialTypes,
  catalogue: partiesCatalogue,
  ruleVersions,
  reference: (tariff, digest) => ({ tariff, agreements: facts, digest: digest(facts) }),
  page,
  requestTemplates: [],
  trial,
  stories: [],
};
