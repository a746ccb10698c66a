import { notApplicable } from '../verify/fragment.ts';
import type { Trust } from '../verify/trust.ts';
import type { Fragment, Verdict } from '../verify/verdict.ts';
import { verifyCredential as verifyHouse } from '../verify/verify-credential.ts';
import { isHouseForm } from './house-form.ts';
import { verifyCredential } from './verify-credential.ts';

/**
 * The verdict on a credential of whatever form from what stands in a file, for readers without a node: a page, a command. The
 * house's own form is judged as the node judges it, by its schema too, where its type is known. What no file carries (the
 * schemas of other types, resources, a register) is not asked for.
 */
export async function verifyAnyForm(credential: unknown, trust: Trust): Promise<Verdict> {
  if (isHouseForm(credential)) return withoutUnknownType(await verifyHouse(credential, trust));
  const { accreditation: _register, ...rest } = trust;
  return verifyCredential(credential, {
    ...rest,
    tolerate: ['unknown-type', 'unknown-schema', 'unknown-resource'],
  });
}

/** Of a type without a schema here nothing is left open: the reader is told that its content was not judged. */
function withoutUnknownType(verdict: Verdict): Verdict {
  if (!verdict.fragments.some(isTypeUnknown)) return verdict;
  const fragments = verdict.fragments.map((fragment) =>
    isTypeUnknown(fragment) ? notApplicable('schema', `Not judged: ${fragment.reason}`) : fragment,
  );
  const verified = fragments.every(({ outcome }) => outcome === 'passed' || outcome === 'not-applicable');
  return { ...verdict, fragments, verified };
}

function isTypeUnknown({ name, outcome, refusals }: Fragment): boolean {
  return (
    name === 'schema' &&
    outcome === 'undetermined' &&
    refusals.length > 0 &&
    refusals.every(({ code }) => code === 'CRED_TYPE_UNKNOWN')
  );
}
