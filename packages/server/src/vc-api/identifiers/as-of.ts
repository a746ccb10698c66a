import type { DidDocument } from '@portolan/credentials';
import type { Instant } from '@portolan/kernel';

/** A document with the keys that were in force at an instant: those that came later or were given up before are left out. */
export function documentAsOf(document: DidDocument, at: Instant): DidDocument {
  const { deactivated: _metadata, ...rest } = document;
  const methods = document.verificationMethod.filter(
    ({ validFrom, expires, revoked }) =>
      (validFrom === undefined || validFrom <= at) &&
      (expires === undefined || at < expires) &&
      (revoked === undefined || at < revoked),
  );
  const ids = new Set(methods.map(({ id }) => id));
  const present = (names: readonly string[]) => names.filter((name) => ids.has(name));
  const { capabilityInvocation, capabilityDelegation } = document;
  return {
    ...rest,
    verificationMethod: methods,
    assertionMethod: present(document.assertionMethod),
    authentication: present(document.authentication),
    ...(capabilityInvocation ? { capabilityInvocation: present(capabilityInvocation) } : {}),
    ...(capabilityDelegation ? { capabilityDelegation: present(capabilityDelegation) } : {}),
  };
}
