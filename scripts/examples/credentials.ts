import { createHash } from 'node:crypto';
import {
  BASE_TYPE,
  CREDENTIALS_CONTEXT,
  issueCredential,
  PORTOLAN_CONTEXT,
  statusEntry,
  type UnsignedCredential,
} from '@portolan/credentials';
import { canonicalize, instant, type JsonObject, type JsonValue, pointerMembers } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type StoryFile, sampleStatusUrl } from '@portolan/programs';
import { sampleSigner } from './signers.ts';

type CredentialFile = Extract<StoryFile, { form: 'credential' }>;

/** Signs a credential of an example with the sample key of its issuer, at its first instant of validity. */
export async function signedFile(file: CredentialFile): Promise<JsonObject> {
  const signer = sampleSigner(file.issuer);
  const status = (purpose: 'revocation' | 'suspension') =>
    statusEntry({ purpose, list: sampleStatusUrl(file.issuer, purpose), index: file.statusIndex });
  const unsigned: UnsignedCredential = {
    '@context': [CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT],
    id: stableId(file),
    type: [BASE_TYPE, file.subject.type],
    issuer: signer.did,
    validFrom: file.validFrom,
    ...(file.validUntil ? { validUntil: file.validUntil } : {}),
    credentialStatus: [status('revocation'), status('suspension')],
    credentialSubject: file.subject.document as unknown as JsonObject,
  };
  const signed = await issueCredential(unsigned, signer, nodeCrypto, { created: instant(file.validFrom) });
  const copy = structuredClone(signed) as unknown as { credentialSubject: Record<string, unknown> };
  for (const [pointer, value] of Object.entries(file.altered ?? {})) put(copy.credentialSubject, pointer, value);
  return copy as unknown as JsonObject;
}

function put(target: Record<string, unknown>, pointer: string, value: string): void {
  const members = pointerMembers(pointer);
  const last = members.pop();
  const parent = members.reduce((at, member) => at[member] as Record<string, unknown>, target);
  if (last === undefined || !(last in parent)) throw new Error(`nothing to alter at ${pointer}`);
  parent[last] = value;
}

/** A version 8 UUID (RFC 9562) of what the file says, so that every run, and every folder, gives the same identifier. */
function stableId({ file, altered, form, ...said }: CredentialFile): string {
  const hex = createHash('sha256').update(canonicalize(said as unknown as JsonValue)).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
