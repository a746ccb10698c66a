import { type Instant, ok, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { graphSuiteForSigning } from '../forms/embedded/library-suite.ts';
import type { FormKey } from '../forms/keys/form-key.ts';
import {
  type Capability,
  type Caveats,
  type DelegatedAction,
  readCapability,
  rootCapabilityId,
  widening,
} from './capability.ts';
import { CAVEAT_CONTEXT } from './context.ts';
import { delegationLoader } from './loader.ts';

export interface Delegation {
  readonly id: string;
  /** Who may use the capability: a DID. */
  readonly controller: string;
  readonly target: string;
  readonly actions: readonly DelegatedAction[];
  readonly expires: Instant;
  readonly caveat?: Caveats;
  readonly created: Instant;
  /** The capability this one is made from; the owner's own over the target when left out. */
  readonly parent?: Capability;
}

const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2';

/**
 * Passes on a right, or a part of it, signed by whoever holds it (Authorization Capabilities 0.3, "Delegation"): to file, issue or
 * read, with caveats. Refuses to allow more than the parent does.
 */
export async function delegateCapability(
  delegation: Delegation,
  delegator: FormKey,
): Promise<Result<Capability>> {
  const { parent, created } = delegation;
  const { constants, CapabilityDelegation } = await import('@digitalbazaar/zcap');
  const unsigned = {
    '@context': [constants.ZCAP_CONTEXT_URL, DATA_INTEGRITY, CAVEAT_CONTEXT],
    id: delegation.id,
    controller: delegation.controller,
    parentCapability: parent?.id ?? rootCapabilityId(delegation.target),
    invocationTarget: delegation.target,
    allowedAction: delegation.actions,
    expires: delegation.expires,
    ...(delegation.caveat === undefined ? {} : { caveat: delegation.caveat }),
  };
  const shape = readCapability({ ...unsigned, proof: {} });
  if (!shape.ok) return shape;
  const wide = parent ? widening(parent, shape.value) : undefined;
  if (wide) return refused(credentialsCatalogue.refuse('CRED_ZCAP_WIDENED', { params: { detail: wide } }));
  const { default: signatures } = await import('jsonld-signatures');
  const signed = await signatures.sign(structuredClone(unsigned), {
    suite: await graphSuiteForSigning('eddsa-rdfc-2022', delegator, created),
    purpose: new CapabilityDelegation({ parentCapability: parent ?? unsigned.parentCapability }),
    documentLoader: await delegationLoader(),
  });
  return ok(signed as unknown as Capability);
}
