import { signDocument } from '@portolan/credentials';
import type { JsonObject } from '@portolan/kernel';
import type { OversightAct, Policy } from '@portolan/parties';
import type { Agency } from './acts.ts';
import type { PartyContext } from './context.ts';
import { publicActs } from './oversight.ts';
import { readPolicies } from './policies.ts';

/** What an agency publishes so that any node can compute by its rules. */
export interface PublishedOversight {
  readonly type: 'portolan/oversight@1';
  readonly agency: { readonly did: string; readonly name: string };
  readonly at: string;
  readonly policies: readonly Policy[];
  /** Accreditations and suspensions; overrides and decisions of appeals where the agency publishes them. */
  readonly acts: readonly OversightAct[];
}

/** Policies and public acts of an agency here, signed with its key as they stand now. */
export async function publishOversight(
  context: Pick<PartyContext, 'pool' | 'clock' | 'keys' | 'crypto'>,
  agency: Agency,
): Promise<JsonObject> {
  const { pool, crypto, keys, clock } = context;
  const [policies, acts, signer] = await Promise.all([
    readPolicies(pool, agency.id),
    publicActs(context, [agency]),
    keys.signer(agency.id),
  ]);
  const at = clock.now();
  const document: PublishedOversight = {
    type: 'portolan/oversight@1',
    agency: { did: agency.did, name: agency.name },
    at,
    policies: policies.map(({ policy }) => policy),
    acts,
  };
  return (await signDocument(document as unknown as JsonObject, signer, crypto, {
    created: at,
  })) as unknown as JsonObject;
}
