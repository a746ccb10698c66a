import { isRecord } from '@portolan/kernel';
import type { Trust } from '../verify/trust.ts';
import type { Verdict } from '../verify/verdict.ts';
import { verifyCredential as verifyHouse } from '../verify/verify-credential.ts';
import { verifyCredential } from './verify-credential.ts';

/**
 * The verdict on a credential of whatever form from what stands in a file, for readers without a node: a page, a command. The
 * house's own form is judged as the node judges it, by its schema too. Of the others, what no file carries (their schemas and
 * resources, a register) is not asked for.
 */
export async function verifyAnyForm(credential: unknown, trust: Trust): Promise<Verdict> {
  if (isHouseForm(credential)) return verifyHouse(credential, trust);
  const { accreditation: _register, ...rest } = trust;
  return verifyCredential(credential, {
    ...rest,
    tolerate: ['unknown-type', 'unknown-schema', 'unknown-resource'],
  });
}

function isHouseForm(credential: unknown): boolean {
  const proof = isRecord(credential) ? credential.proof : undefined;
  return isRecord(proof) && proof.cryptosuite === 'eddsa-jcs-2022';
}
