import type {
  AttestationRequest,
  AttestationView,
  StandingAnswer,
  StandingPolicySchema,
} from '@portolan/contract';
import type { OversightAct, Policy, Standing, StandingChange } from '@portolan/parties';
import type { Static } from 'typebox';
import { query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { readRequests } from '../attest/requests.ts';
import { accreditationsOf, type PublicAccreditation } from '../register/accreditations.ts';

/** A published policy as the node lists it. */
export type PublishedPolicy = Omit<Static<typeof StandingPolicySchema>, 'policy'> & { policy: Policy };

/** A change of a standing that the organization was told of. */
export interface Notice {
  id: string;
  at: string;
  change: StandingChange;
}

/** All that the card of a party shows. */
export interface Card extends StandingAnswer {
  /** The standing for each role that the policy rules; the one shown among them. */
  byRole: readonly Standing[];
  held: readonly AttestationView[];
  acts: readonly OversightAct[];
  notices: readonly Notice[];
  /** Requests for attestations that the organization of the reader sent. */
  requests: readonly AttestationRequest[];
  /** Attesters in force, whom the holder may ask. */
  attesters: readonly PublicAccreditation[];
}

/** The instant that a day or instant in an address means: a day means its end, in UTC. */
export function asOfInstant(asOf: string | undefined): string | undefined {
  return asOf && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? `${asOf}T23:59:59.999Z` : asOf;
}

/** Reads the card of a party: its standing for a role as of a time, and what belongs to it. */
export async function readCard(request: Request, did: string): Promise<Card> {
  const { searchParams } = new URL(request.url);
  const role = searchParams.get('role') ?? 'any';
  const asOf = asOfInstant(searchParams.get('asOf') ?? undefined);
  const path = `/api/standings/${encodeURIComponent(did)}`;
  const ask = (of: string) => getAsMember<StandingAnswer>(request, `${path}${query({ role: of, asOf })}`);
  const list = <T>(from: string) => getAsMember<{ items: T[] }>(request, from);
  const [answer, policies, held, acts, notices, requests, oversight] = await Promise.all([
    ask(role),
    list<PublishedPolicy>('/api/policies'),
    list<AttestationView>(`/api/attestations${query({ subject: did, limit: '200' })}`),
    list<OversightAct>('/api/oversight/acts'),
    list<Notice>('/api/standing-notices?limit=100'),
    readRequests(request),
    list<OversightAct>('/api/oversight'),
  ]);
  const inForce = policies.items.find(({ digest }) => digest === answer.standing.policy.digest);
  const others = (inForce?.policy.roles ?? []).map((rule) => rule.role).filter((ruled) => ruled !== role);
  const asked = await Promise.all(others.map(ask));
  return {
    ...answer,
    byRole: [answer.standing, ...asked.map(({ standing }) => standing)],
    held: held.items,
    acts: acts.items.filter((act) => isAbout(act, did, acts.items)),
    notices: notices.items.filter(({ change }) => change.subject === did),
    requests,
    attesters: accreditationsOf(oversight.items).filter(({ suspendedSince }) => !suspendedSince),
  };
}

/** True for acts about a party, and for what followed on them. */
function isAbout(act: OversightAct, did: string, acts: readonly OversightAct[]): boolean {
  if ('subject' in act) return act.subject === did;
  if ('attester' in act) return act.attester === did;
  const origin =
    act.act === 'decide-appeal'
      ? act.appeal
      : act.act === 'lift-override'
        ? act.override
        : 'accreditation' in act
          ? act.accreditation
          : undefined;
  return acts.some((one) => one.id === origin && isAbout(one, did, []));
}
