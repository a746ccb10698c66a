import type { Refusal } from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import { failed, passed, undetermined } from '../../verify/fragment.ts';
import { isUnresolved } from '../../verify/integrity.ts';
import type { Fragment } from '../../verify/verdict.ts';
import { keyUse } from '../check-secured.ts';
import type { CheckedDocument, CheckedSignature } from '../checked.ts';
import type { FormTrust } from '../trust.ts';

/** Integrity: every signature fits the content, and nothing of it is without meaning. */
export function judgeIntegrity(
  { signatures, refusals }: CheckedDocument,
  faults: readonly Refusal[],
  open: readonly Refusal[],
): Fragment {
  const wrong = [...refusals, ...faults, ...signatures.flatMap(wrongOf)];
  if (wrong.length > 0) return failed('integrity', wrong);
  const unknown = [...signatures.flatMap(unresolvedOf), ...open];
  return unknown.length > 0
    ? undetermined('integrity', unknown)
    : passed(
        'integrity',
        signatures.length === 1 ? 'The signature fits the content.' : 'Every signature fits the content.',
      );
}

/**
 * Issuer: one of the keys belongs to the issuer the credential names, and every key was its owner's, for this purpose and in
 * force at the signing time. A second signature of somebody else does no harm, if it holds.
 */
export function judgeIssuer(
  issuer: string,
  { signatures }: CheckedDocument,
  integrity: Fragment,
  trust: FormTrust,
): Fragment {
  const unresolved = signatures.flatMap(unresolvedOf);
  if (unresolved.length > 0) return undetermined('issuer', unresolved);
  const known = signatures.flatMap((signature) =>
    signature.key.ok ? [{ signature, signer: signature.key.value.document.id }] : [],
  );
  if (known.length === 0) return unshown();
  if (!known.some(({ signer }) => signer === issuer)) {
    const params = { issuer: issuer.slice(0, 200), signer: known[0]?.signer ?? '' };
    return failed('issuer', [
      credentialsCatalogue.refuse('CRED_ISSUER_MISMATCH', { path: '/issuer', params }),
    ]);
  }
  const faults = known.flatMap(({ signature }) => {
    const use = keyUse(signature, 'credential', trust);
    return use.ok ? [] : use.refusals;
  });
  if (faults.length > 0) return failed('issuer', faults);
  if (integrity.outcome !== 'passed') return unshown();
  const { instant, source } = trust.signedAt;
  return passed('issuer', `Signed with a key of ${issuer} that was in force at ${instant} (${source}).`);
}

function wrongOf({ integrity }: CheckedSignature): readonly Refusal[] {
  return integrity.ok || isUnresolved(integrity) ? [] : integrity.refusals;
}

function unresolvedOf({ key }: CheckedSignature): readonly Refusal[] {
  return !key.ok && isUnresolved(key) ? key.refusals : [];
}

function unshown(): Fragment {
  return undetermined('issuer', [], 'Without a valid signature nothing shows who issued this.');
}
