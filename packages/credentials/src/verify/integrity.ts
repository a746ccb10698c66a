import type { Result } from '@portolan/kernel';
import type { SecuredDocument } from '../proof/read-proof.ts';
import { failed, passed, undetermined } from './fragment.ts';
import { checkSignature, type SigningKey } from './signature.ts';
import type { Fragment } from './verdict.ts';

/** Integrity: not one byte changed since the key that the proof names signed it; `fits` says whether the signature does. */
export function checkIntegrity(
  secured: Result<SecuredDocument>,
  key: Result<SigningKey>,
  fits: boolean,
): Fragment {
  if (!secured.ok) return failed('integrity', secured.refusals);
  if (!key.ok)
    return isUnresolved(key) ? undetermined('integrity', key.refusals) : failed('integrity', key.refusals);
  const signature = checkSignature(secured.value, key.value, 'assertionMethod', fits);
  return signature.ok
    ? passed('integrity', 'The signature fits the content.')
    : failed('integrity', signature.refusals);
}

/** A key nobody here knows proves nothing either way. */
export function isUnresolved(result: Result<unknown>): boolean {
  return !result.ok && result.refusals.every(({ code }) => code === 'CRED_DID_UNRESOLVED');
}
