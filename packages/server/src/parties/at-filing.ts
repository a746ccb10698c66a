import type { Evidence } from '@portolan/documents';
import type { Entry } from '@portolan/filing';
import type { Instant } from '@portolan/kernel';
import {
  foldRegister,
  type ObservedStanding,
  observedStanding,
  policyDigest,
  policyOn,
  standingsOf,
} from '@portolan/parties';
import { type NamedParty, partiesOf } from '@portolan/programs';
import { actsOf, agencyHere } from './acts.ts';
import type { PartyContext } from './context.ts';
import { answerFrom } from './load.ts';
import { readPolicies } from './policies.ts';

/** What a filing names its parties in. */
export interface NamingParties {
  readonly entry: Entry;
  readonly evidence: readonly Evidence[];
}

type Asking = Pick<PartyContext, 'pool' | 'crypto'>;

/**
 * The standings of the parties of a batch of filings to one agency, where its policy asks for them when something is filed: of
 * each filing those of its own parties, undefined where nothing is asked. One query for the policy; only where it asks, one more
 * for each step away from the parties, however many filings and parties there are.
 */
export async function standingsAtFiling(
  context: Asking,
  agencyId: string,
  at: Instant,
  filings: readonly NamingParties[],
): Promise<(readonly ObservedStanding[] | undefined)[]> {
  const published = filings.length === 0 ? [] : await readPolicies(context.pool, agencyId);
  const policy = policyOn(
    published.map((one) => one.policy),
    at,
  );
  if (!policy?.asksAtFiling) return filings.map(() => undefined);
  const { pool, crypto } = context;
  const named = filings.map(partiesOf);
  const agency = await agencyHere(pool, agencyId);
  const register = foldRegister(await actsOf(pool, agency), at, crypto);
  const shared = { asOf: at, policy, policyDigest: policyDigest(crypto, policy), register, crypto };
  const byRole = Map.groupBy(named.flat(), ({ role }) => role);
  const computed = await answerFrom(pool, agencyId, (source) =>
    [...byRole].flatMap(([role, parties]) => {
      const subjects = [...new Set(parties.map(({ did }) => did))];
      return [...standingsOf(subjects, { ...shared, role, source })];
    }),
  );
  const standings = new Map(
    computed.map((standing) => [
      keyOf({ role: standing.role, did: standing.subject }),
      observedStanding(crypto, standing),
    ]),
  );
  return named.map((parties) => parties.flatMap((party) => standings.get(keyOf(party)) ?? []));
}

function keyOf({ role, did }: { readonly role: string; readonly did: NamedParty['did'] }): string {
  return `${role} ${did}`;
}
