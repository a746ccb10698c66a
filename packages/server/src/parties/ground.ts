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
import { readImported } from './imported.ts';
import { readPolicies } from './policies.ts';

/** By whose rules and register a standing is asked, as of an instant. */
export interface Ground {
  readonly agency: Omit<Agency, 'id'>;
  readonly policy: Policy;
  readonly acts: readonly OversightAct[];
  readonly register: TrustRegister;
}

export interface GroundQuestion {
  /** DID of the agency; the own one, or the first here, when left out. */
  readonly agency?: string;
  readonly asOf: Instant;
}

/**
 * Policy and register of an agency as they stood: of one on this node, else of one that an operator imported. Refuses an unknown
 * agency, and one without a policy then.
 */
export async function groundFor(
  { pool, crypto }: Pick<PartyContext, 'pool' | 'crypto'>,
  tenantId: string,
  { agency: wanted, asOf }: GroundQuestion,
): Promise<Result<Ground>> {
  const found = (await kept(pool, tenantId, wanted)) ?? (await imported(pool, wanted));
  if (!found) return refused(partyServiceCatalogue.refuse('NODE_STANDING_NO_AGENCY', { path: '/agency' }));
  const { agency, policies, acts } = found;
  const policy = policyOn(policies, asOf);
  if (!policy)
    return refused(
      partyServiceCatalogue.refuse('NODE_STANDING_NO_POLICY', {
        path: '/agency',
        params: { agency: agency.name, at: asOf },
      }),
    );
  return ok({ agency, policy, acts, register: foldRegister(acts, asOf, crypto) });
}

interface Found {
  readonly agency: Ground['agency'];
  readonly policies: readonly Policy[];
  readonly acts: readonly OversightAct[];
}

async function kept(
  pool: PartyContext['pool'],
  tenantId: string,
  wanted: string | undefined,
): Promise<Found | undefined> {
  const agencies = await agenciesHere(pool, tenantId);
  const agency = wanted === undefined ? agencies[0] : agencies.find(({ did }) => did === wanted);
  if (!agency) return undefined;
  const [published, acts] = await Promise.all([readPolicies(pool, agency.id), actsOf(pool, agency)]);
  return { agency, policies: published.map(({ policy }) => policy), acts };
}

async function imported(pool: PartyContext['pool'], wanted: string | undefined): Promise<Found | undefined> {
  const [first] = await readImported(pool, wanted);
  return (
    first && { agency: { did: first.did, name: first.name }, policies: first.policies, acts: first.acts }
  );
}
