import type { Instant } from '@portolan/kernel';
import type { FormKey } from '../keys/form-key.ts';
import { librarySigner } from './sign.ts';
import { signingSuite, verifyingSuite } from './suites.ts';

type GraphForm = 'eddsa-rdfc-2022' | 'ecdsa-rdfc-2019';

/** A library's suite with a key in it, for libraries that sign by themselves. */
export async function graphSuiteForSigning(form: GraphForm, key: FormKey, created: Instant): Promise<object> {
  const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity');
  const cryptosuite = await signingSuite(form, []);
  return new DataIntegrityProof({ signer: librarySigner(key), date: created, cryptosuite });
}

/** A library's suite for libraries that verify by themselves. */
export async function graphSuiteForVerifying(form: GraphForm): Promise<object> {
  const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity');
  return new DataIntegrityProof({ cryptosuite: await verifyingSuite(form) });
}
