import type { KeyAlgorithm } from '../did/multikey.ts';

/** The suites of embedded proofs (VC Data Integrity 1.0) that are made and verified here. */
export const embeddedForms = [
  'eddsa-jcs-2022',
  'eddsa-rdfc-2022',
  'ecdsa-jcs-2019',
  'ecdsa-rdfc-2019',
  'ecdsa-sd-2023',
  'bbs-2023',
] as const;
/** The tokens (Securing Verifiable Credentials using JOSE and COSE) that are made and verified here. */
export const tokenForms = ['vc+jwt', 'vc+sd-jwt'] as const;
export const proofForms = [...embeddedForms, ...tokenForms] as const;

export type EmbeddedForm = (typeof embeddedForms)[number];
export type TokenForm = (typeof tokenForms)[number];
/** How a credential is secured. */
export type ProofForm = (typeof proofForms)[number];

const SIGNING = ['Ed25519', 'P-256', 'P-384'] as const;
const ALGORITHMS: Readonly<Record<ProofForm, readonly KeyAlgorithm[]>> = {
  'eddsa-jcs-2022': ['Ed25519'],
  'eddsa-rdfc-2022': ['Ed25519'],
  'ecdsa-jcs-2019': ['P-256', 'P-384'],
  'ecdsa-rdfc-2019': ['P-256', 'P-384'],
  'ecdsa-sd-2023': ['P-256'],
  'bbs-2023': ['BLS12-381-G2'],
  'vc+jwt': SIGNING,
  'vc+sd-jwt': SIGNING,
};

/** The kinds of key a form is signed with. */
export function algorithmsOf(form: ProofForm): readonly KeyAlgorithm[] {
  return ALGORITHMS[form];
}

export function isEmbeddedForm(name: unknown): name is EmbeddedForm {
  return (embeddedForms as readonly unknown[]).includes(name);
}

/** Whether the form signs the canonical text of the JSON (RFC 8785) and not the graph the JSON-LD stands for. */
export function isJcs(form: EmbeddedForm): boolean {
  return form === 'eddsa-jcs-2022' || form === 'ecdsa-jcs-2019';
}

/** Whether a holder derives from the issuer's proof what it shows to a verifier. */
export function isSelective(form: ProofForm): form is 'ecdsa-sd-2023' | 'bbs-2023' {
  return form === 'ecdsa-sd-2023' || form === 'bbs-2023';
}
