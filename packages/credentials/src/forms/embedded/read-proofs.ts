import { isRecord, type JsonObject, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import { isUrl } from '../../model/rules.ts';
import { type EmbeddedForm, isEmbeddedForm } from '../form.ts';
import { proofValueFault } from './proof-value.ts';

/** One proof of a document, its shape checked. */
export interface EmbeddedProof {
  readonly raw: JsonObject;
  readonly path: string;
  readonly form: EmbeddedForm;
  readonly verificationMethod: string;
  readonly proofPurpose: string;
  readonly proofValue: string;
  readonly id?: string;
  /** The ids of the proofs this one was signed over. */
  readonly previous: readonly string[];
}

/** Proofs of the largest set that is looked at: each costs a verification. */
const MAX_PROOFS = 10;
const METHOD = /^did:[^#\s]+#\S+$/;
const TEXTS = ['created', 'expires', 'challenge', 'nonce'] as const;

/**
 * The proofs of a signed document: one, or a set (VC Data Integrity 1.0, section 2.1). Refuses none, too many, shapes and
 * suites unknown here, doubled ids, and chains that miss a link or close in a ring.
 */
export function readProofs(document: JsonObject): Result<EmbeddedProof[]> {
  const { proof } = document;
  if (proof === undefined || proof === null || (Array.isArray(proof) && proof.length === 0))
    return refused(credentialsCatalogue.refuse('CRED_PROOF_MISSING', { path: '/proof' }));
  const listed = Array.isArray(proof);
  const raws: readonly unknown[] = listed ? proof : [proof];
  if (raws.length > MAX_PROOFS)
    return refused(
      credentialsCatalogue.refuse('CRED_PROOF_TOO_MANY', {
        path: '/proof',
        params: { count: raws.length, limit: MAX_PROOFS },
      }),
    );
  const proofs: EmbeddedProof[] = [];
  for (const [index, raw] of raws.entries()) {
    const read = readProof(raw, listed ? `/proof/${index}` : '/proof');
    if (!read.ok) return read;
    proofs.push(read.value);
  }
  const broken = doubledId(proofs) ?? brokenChain(proofs);
  return broken ? refused(broken) : ok(proofs);
}

function readProof(raw: unknown, path: string): Result<EmbeddedProof> {
  if (!isRecord(raw)) return refused(malformed(path, 'it is not an object'));
  const { type, cryptosuite, verificationMethod, proofPurpose, proofValue, id, previousProof } = raw;
  if (type !== 'DataIntegrityProof' || !isEmbeddedForm(cryptosuite))
    return refused(suite(type, cryptosuite, path));
  if (typeof verificationMethod !== 'string' || !METHOD.test(verificationMethod))
    return refused(malformed(`${path}/verificationMethod`, 'it is not the DID URL of a key'));
  if (typeof proofPurpose !== 'string')
    return refused(malformed(`${path}/proofPurpose`, 'it names no purpose'));
  if (typeof proofValue !== 'string')
    return refused(malformed(`${path}/proofValue`, 'it has no proof value'));
  const text = TEXTS.find((name) => raw[name] !== undefined && typeof raw[name] !== 'string');
  if (text) return refused(malformed(`${path}/${text}`, 'it is not text'));
  if (!isDomain(raw.domain))
    return refused(malformed(`${path}/domain`, 'it is neither text nor a list of texts'));
  if (id !== undefined && !isUrl(id)) return refused(badId(String(id), path));
  const previous = previousOf(previousProof);
  if (!previous) return refused(malformed(`${path}/previousProof`, 'it is neither an id nor a list of ids'));
  const fault = proofValueFault(cryptosuite, proofValue, `${path}/proofValue`);
  if (fault) return refused(fault);
  const known = {
    raw: raw as JsonObject,
    path,
    form: cryptosuite,
    verificationMethod,
    proofPurpose,
    proofValue,
  };
  return ok({ ...known, previous, ...(id === undefined ? {} : { id }) });
}

/** One domain or several (VC Data Integrity 1.0, section 2.1). */
function isDomain(value: unknown): boolean {
  const domains = value === undefined ? [] : [value].flat();
  return domains.every((domain) => typeof domain === 'string') && (value === undefined || domains.length > 0);
}

function previousOf(value: unknown): string[] | undefined {
  if (value === undefined) return [];
  const ids: unknown[] = [value].flat();
  return ids.length > 0 && ids.every((id) => typeof id === 'string') ? (ids as string[]) : undefined;
}

function doubledId(proofs: readonly EmbeddedProof[]): Refusal | undefined {
  const ids = proofs.flatMap(({ id }) => id ?? []);
  const doubled = ids.find((id, index) => ids.indexOf(id) !== index);
  return doubled === undefined ? undefined : badId(doubled, '/proof');
}

/** Every link must stand, and following the links must end (VC Data Integrity 1.0, section 2.1.2). */
function brokenChain(proofs: readonly EmbeddedProof[]): Refusal | undefined {
  const settled = new Set<string>();
  let open = [...proofs];
  while (open.length > 0) {
    const rest = open.filter(({ previous }) => !previous.every((id) => settled.has(id)));
    if (rest.length === open.length) {
      const [stuck] = rest as [EmbeddedProof];
      const previous = stuck.previous.find((id) => !settled.has(id)) ?? '';
      const params = { previous: previous.slice(0, 100) };
      return credentialsCatalogue.refuse('CRED_PROOF_CHAIN', { path: `${stuck.path}/previousProof`, params });
    }
    for (const { id } of open.filter((proof) => !rest.includes(proof))) if (id !== undefined) settled.add(id);
    open = rest;
  }
  return undefined;
}

function suite(type: unknown, cryptosuite: unknown, path: string): Refusal {
  const params = { type: shown(type), cryptosuite: shown(cryptosuite) };
  return credentialsCatalogue.refuse('CRED_CRYPTOSUITE', { path: `${path}/cryptosuite`, params });
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 60) : 'nothing';
}

function badId(id: string, path: string): Refusal {
  return credentialsCatalogue.refuse('CRED_PROOF_ID', {
    path: `${path}/id`,
    params: { id: id.slice(0, 100) },
  });
}

function malformed(path: string, detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_PROOF_MALFORMED', { path, params: { detail } });
}
