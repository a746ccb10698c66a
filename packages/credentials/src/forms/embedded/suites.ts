import type { EmbeddedForm } from '../form.ts';
import { type CanonicalOptions, canonicalQuads } from '../json-ld/canonical.ts';
import type { WorkMeter } from '../json-ld/work.ts';
import { bbsSuite } from '../keys/bbs-library.ts';

/** The suites that a library makes and verifies; eddsa-jcs-2022 is this house's own. */
export type LibraryForm = Exclude<EmbeddedForm, 'eddsa-jcs-2022'>;

export interface Disclosure {
  readonly selectivePointers: readonly string[];
  readonly proofId?: string;
  /** What a BBS proof is bound to: bytes the verifier chose (Data Integrity BBS Cryptosuites 1.0, section 3.3.4). */
  readonly presentationHeader?: Uint8Array;
}

/** A library's suite for signing. Each library is loaded when it is first needed. */
export async function signingSuite(
  form: LibraryForm,
  mandatoryPointers: readonly string[],
): Promise<CryptoSuite> {
  switch (form) {
    case 'ecdsa-jcs-2019':
      return (await import('@digitalbazaar/ecdsa-jcs-2019-cryptosuite')).createSignCryptosuite();
    case 'ecdsa-sd-2023':
      return (await import('@digitalbazaar/ecdsa-sd-2023-cryptosuite')).createSignCryptosuite({
        mandatoryPointers,
      });
    case 'bbs-2023':
      return (await bbsSuite()).createSignCryptosuite({ mandatoryPointers });
    default:
      return graphSuite(form);
  }
}

export async function verifyingSuite(form: LibraryForm, work?: WorkMeter): Promise<CryptoSuite> {
  switch (form) {
    case 'ecdsa-jcs-2019':
      return (await import('@digitalbazaar/ecdsa-jcs-2019-cryptosuite')).createVerifyCryptosuite();
    case 'ecdsa-sd-2023':
      return (await import('@digitalbazaar/ecdsa-sd-2023-cryptosuite')).createVerifyCryptosuite();
    case 'bbs-2023':
      return (await bbsSuite()).createVerifyCryptosuite();
    default:
      return graphSuite(form, work);
  }
}

export async function disclosingSuite(
  form: 'ecdsa-sd-2023' | 'bbs-2023',
  disclosure: Disclosure,
): Promise<CryptoSuite> {
  return form === 'bbs-2023'
    ? (await bbsSuite()).createDiscloseCryptosuite(disclosure)
    : (await import('@digitalbazaar/ecdsa-sd-2023-cryptosuite')).createDiscloseCryptosuite(disclosure);
}

/** The suites that sign a whole graph, with canonical order brought about under this node's bound of work. */
async function graphSuite(
  form: 'eddsa-rdfc-2022' | 'ecdsa-rdfc-2019',
  work?: WorkMeter,
): Promise<CryptoSuite> {
  const { cryptosuite } =
    form === 'eddsa-rdfc-2022'
      ? await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite')
      : await import('@digitalbazaar/ecdsa-rdfc-2019-cryptosuite');
  const canonize = (document: object, options: CanonicalOptions) => canonicalQuads(document, options, work);
  return { ...cryptosuite, canonize } as CryptoSuite;
}
