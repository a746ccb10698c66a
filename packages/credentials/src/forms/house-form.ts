import { isRecord } from '@portolan/kernel';

/** Whether a document has one embedded proof of the house's own suite, which the crypto port verifies without a library. */
export function isHouseForm(value: unknown): value is Record<string, unknown> {
  const proof = isRecord(value) ? value.proof : undefined;
  return isRecord(proof) && proof.cryptosuite === 'eddsa-jcs-2022';
}
