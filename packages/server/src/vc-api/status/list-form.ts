import type { IssuerProfile } from '../issuers.ts';

/**
 * The form in which an issuer signs its status lists. A list is read by verifiers, so it never has a form that a holder must
 * derive from first; with a BBS key there is no other, and the list comes derived, with everything shown.
 */
export function listFormOf({ form, algorithm }: IssuerProfile): IssuerProfile['form'] {
  if (algorithm === 'BLS12-381-G2') return 'bbs-2023';
  if (form !== 'ecdsa-sd-2023' && !form.startsWith('vc+')) return form;
  return algorithm === 'Ed25519' ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019';
}
