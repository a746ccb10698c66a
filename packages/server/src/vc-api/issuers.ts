import { algorithmsOf, type ProofForm, proofForms } from '@portolan/credentials/forms';
import type { KeyAlgorithm } from '../platform/keys/key-service.ts';

/** An issuer of the VC API: one form of proof with one kind of key. */
export interface IssuerProfile {
  /** Its name in addresses: 'eddsa-rdfc-2022', 'ecdsa-rdfc-2019-p384', 'vc-jwt'. */
  readonly name: string;
  readonly form: ProofForm;
  readonly algorithm: KeyAlgorithm;
}

/** What most wallets and verifiers read; used where a request names no form. */
export const defaultIssuer = 'eddsa-rdfc-2022';

const LETTERS: Readonly<Record<string, string>> = { 'vc+jwt': 'vc-jwt', 'vc+sd-jwt': 'vc-sd-jwt' };

/** Every issuer that a node offers: each form with the first kind of key it knows, and with further ones under a longer name. */
export const issuerProfiles: readonly IssuerProfile[] = proofForms.flatMap((form) =>
  algorithmsOf(form).map((algorithm, index) => {
    const name = LETTERS[form] ?? form;
    return {
      name: index === 0 ? name : `${name}-${algorithm.toLowerCase().replace('-', '')}`,
      form,
      algorithm,
    };
  }),
);

/** Ending of the names of endpoints whose credentials get a place on the issuer's status lists. */
const WITH_LISTS = '-status';

/** An endpoint that issues: an issuer, and whether what it issues gets a status. */
export interface IssuingEndpoint {
  readonly profile: IssuerProfile;
  readonly hasLists: boolean;
}

/** The endpoint of a name in an address: the issuer alone, or with "-status" the same issuer with its status lists. */
export function findEndpoint(name: string): IssuingEndpoint | undefined {
  const hasLists = name.endsWith(WITH_LISTS);
  const profile = findIssuer(hasLists ? name.slice(0, -WITH_LISTS.length) : name);
  return profile && { profile, hasLists };
}

/** The issuer of a name, of a form or of a cryptosuite. */
export function findIssuer(name: string): IssuerProfile | undefined {
  return (
    issuerProfiles.find((profile) => profile.name === name) ??
    issuerProfiles.find(({ form }) => form === name)
  );
}
