import { type Instant, ok, type Result, refused } from '@portolan/kernel';
import {
  foldRegister,
  type OversightAct,
  type Policy,
  policyOn,
  type TrustRegister,
} from '@portolan/parties';
import { type Agency, actsOf, agenciesHere } from './acts.ts';
import { partyServiceCatalogue } from './catalogue.ts';
import type { PartyContext } from './context.ts';
import { readPolicies } from './policies.ts';

/** By whose rules and register a standing is asked, as of an instant. */
export interface Ground {
  readonly agency: Agency;
  readonly policy: Policy;
  readonly acts: readonly OversightAct[];
  readonly register: TrustRegister;
}

export interface GroundQuestion {
  /** DID of the agency; the own one, or the first here, when left out. */
  readonly agency?: string;
  readonly asOf: Instant;
}

/** Policy and register of an agency on this node as they stood. Refuses an unknown agency, and one without a policy then. */
export async function groundFor(
  { pool, crypto }: Pick<PartyContext, 'pool' | 'crypto'>,
  tenantId: string,
  { agency: wanted, asOf }: GroundQuestion,
): Promise<Result<Ground>> {
  const agencies = await agenciesHere(pool, tenantId);
  const agency = wanted === undefined ? agencies[0] : agencies.find(({ did }) => did === wanted);
  if (!agency) return refused(partyServiceCatalogue.refuse('NODE_STANDING_NO_AGENCY', { path: '/agency' }));
  const [published, acts] = await Promise.all([readPolicies(pool, agency.id), actsOf(pool, agency)]);
  const policy = policyOn(
    published.map((one) => one.policy),
    asOf,
  );
  if (!policy)
    return refused(
      partyServiceCatalogue.refuse('NODE_STANDING_NO_POLICY', {
        path: '/agency',
        params: { agency: agency.name, at: asOf },
      }),
    );
  return ok({ agency, policy, acts, register: foldRegister(acts, asOf, crypto) });
}
