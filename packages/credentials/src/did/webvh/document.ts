import type { Instant } from '@portolan/kernel';
import type { DidDocument, KeyPurpose, VerificationMethod } from '../document.ts';
import type { WebvhHistory, WebvhVersion } from './verify-log.ts';

const PURPOSES: readonly KeyPurpose[] = [
  'assertionMethod',
  'authentication',
  'capabilityInvocation',
  'capabilityDelegation',
];

/**
 * One document out of a whole history: every key that ever stood in it, in force from the version that brought it to the version
 * that left it out. So a signature is judged by the keys of its logged signing time, and a key rotated out signs no more.
 */
export function webvhDocument({ did, versions, deactivated }: WebvhHistory): DidDocument {
  const methods = new Map<string, VerificationMethod>();
  for (const [place, { document }] of versions.entries())
    for (const method of document.verificationMethod)
      if (!methods.has(nameOf(method))) methods.set(nameOf(method), withTimes(method, versions, place));
  const purposes = PURPOSES.map((purpose) => [
    purpose,
    [...new Set(versions.flatMap(({ document }) => document[purpose] ?? []))],
  ]);
  return {
    id: did,
    verificationMethod: [...methods.values()],
    ...(Object.fromEntries(purposes) as Record<KeyPurpose, string[]>),
    ...(deactivated === undefined ? {} : { deactivated }),
  };
}

/** The document as it stood at an instant; undefined before the first version. */
export function webvhDocumentAt({ versions }: WebvhHistory, at: Instant): DidDocument | undefined {
  return versions.findLast(({ versionTime }) => versionTime <= at)?.document;
}

/** A key that another key replaced under the same id is another key. */
function nameOf({ id, publicKeyMultibase }: VerificationMethod): string {
  return `${id} ${publicKeyMultibase}`;
}

function withTimes(
  method: VerificationMethod,
  versions: readonly WebvhVersion[],
  place: number,
): VerificationMethod {
  const name = nameOf(method);
  const gone = versions
    .slice(place)
    .find(({ document }) => !document.verificationMethod.some((other) => nameOf(other) === name));
  const first = (versions[place] as WebvhVersion).versionTime;
  const validFrom = later(method.validFrom, first);
  const revoked = earlier(method.revoked, gone?.versionTime);
  return { ...method, validFrom, ...(revoked === undefined ? {} : { revoked }) };
}

function later(left: Instant | undefined, right: Instant): Instant {
  return left !== undefined && left > right ? left : right;
}

function earlier(left: Instant | undefined, right: Instant | undefined): Instant | undefined {
  return left === undefined || (right !== undefined && right < left) ? right : left;
}
