import type { Result } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { failed, passed, undetermined } from './fragment.ts';
import { isUnresolved } from './integrity.ts';
import { checkKeyUse, type SigningKey } from './signature.ts';
import type { Trust } from './trust.ts';
import type { Fragment } from './verdict.ts';

/** Issuer: the key belongs to the issuer the credential names, for this purpose, and was in force at the signing time. */
export function checkIssuer(
  issuer: string,
  key: Result<SigningKey>,
  integrity: Fragment,
  trust: Trust,
): Fragment {
  if (!key.ok) return isUnresolved(key) ? undetermined('issuer', key.refusals) : unshown();
  const signer = key.value.document.id;
  if (signer !== issuer) {
    const params = { issuer: issuer.slice(0, 200), signer };
    return failed('issuer', [
      credentialsCatalogue.refuse('CRED_ISSUER_MISMATCH', { path: '/issuer', params }),
    ]);
  }
  const use = checkKeyUse(key.value, 'assertionMethod', trust);
  if (!use.ok) return failed('issuer', use.refusals);
  if (integrity.outcome !== 'passed') return unshown();
  const { instant, source } = trust.signedAt;
  return passed('issuer', `Signed with a key of ${issuer} that was in force at ${instant} (${source}).`);
}

function unshown(): Fragment {
  return undetermined('issuer', [], 'Without a valid signature nothing shows who issued this.');
}
