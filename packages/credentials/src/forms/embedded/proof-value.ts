import { fromBase64Url, type Refusal } from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import { fromMultibase58 } from '../../multibase.ts';
import type { EmbeddedForm } from '../form.ts';
import { ecdsaFault } from '../keys/ecdsa-signature.ts';

const EDDSA_LENGTHS = [64];
/** P-256 and P-384: both numbers in a row (Data Integrity ECDSA Cryptosuites 1.0, section 3.2.5). */
const ECDSA_LENGTHS = [64, 96];
/** The CBOR tags that a selective suite's values begin with; the issuer's own is shown to no verifier. */
const SELECTIVE = {
  'ecdsa-sd-2023': { base: [0xd9, 0x5d, 0x00], derived: [[0xd9, 0x5d, 0x01]] },
  'bbs-2023': { base: [0xd9, 0x5d, 0x02], derived: [[0xd9, 0x5d, 0x03]] },
} as const;
/** Characters of the longest value: a credential of a thousand claims. */
const MAX_LENGTH = 200_000;

/** What is wrong with the multibase text of a proof value, before any key is looked at; undefined when it may be tried. */
export function proofValueFault(form: EmbeddedForm, text: string, path: string): Refusal | undefined {
  if (text.length > MAX_LENGTH) return value(`it is longer than ${MAX_LENGTH} characters`, path);
  if (form === 'ecdsa-sd-2023' || form === 'bbs-2023') return selectiveFault(form, text, path);
  const bytes = fromMultibase58(text);
  if (!bytes) return value('it is not multibase base58btc text', path);
  const lengths = form.startsWith('eddsa') ? EDDSA_LENGTHS : ECDSA_LENGTHS;
  if (!lengths.includes(bytes.length))
    return value(`the signature has ${bytes.length} bytes instead of ${lengths.join(' or ')}`, path);
  return form.startsWith('ecdsa') ? ecdsaFault(bytes, path) : undefined;
}

/** Whether the value is the issuer's base proof, from which a holder derives. */
export function isBaseProof(form: 'ecdsa-sd-2023' | 'bbs-2023', text: string): boolean {
  const bytes = text.startsWith('u') ? fromBase64Url(text.slice(1)) : undefined;
  return bytes !== undefined && beginsWith(bytes, SELECTIVE[form].base);
}

function selectiveFault(form: 'ecdsa-sd-2023' | 'bbs-2023', text: string, path: string): Refusal | undefined {
  const bytes = text.startsWith('u') ? fromBase64Url(text.slice(1)) : undefined;
  if (!bytes) return value('it is not multibase base64url text', path);
  const { base, derived } = SELECTIVE[form];
  if (beginsWith(bytes, base) || derived.some((tag) => beginsWith(bytes, tag))) return undefined;
  return value('it does not begin as a proof of this suite', path);
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function value(detail: string, path: string): Refusal {
  return credentialsCatalogue.refuse('CRED_PROOF_VALUE', { path, params: { detail } });
}
