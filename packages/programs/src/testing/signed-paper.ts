import {
  BASE_TYPE,
  CREDENTIALS_CONTEXT,
  issueCredential,
  PORTOLAN_CONTEXT,
  verifyCredential,
} from '@portolan/credentials';
import { documentSchemaCheck, type Evidence } from '@portolan/documents';
import { digestJson, instant, type JsonObject, type JsonValue, pointerMembers, utf8 } from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { type SampleTenant, sampleKeyPrefix, sampleTenant } from '../sample-community.ts';
import type { DocumentOfType } from '../usmca-cafta/stories/file.ts';

/** Test support: a paper signed with the real key of a sample member, verified, as the log knew it at an instant. */

export interface PaperToSign {
  readonly name: string;
  readonly content: DocumentOfType;
  /** Absent where nobody signed. */
  readonly by?: SampleTenant['slug'];
  readonly at: string;
  /** A figure that was changed after the paper was signed. */
  readonly altered?: { readonly pointer: string; readonly value: string };
}

export async function signedPaper({ altered, at, by, content, name }: PaperToSign): Promise<Evidence> {
  const { document, type } = content;
  const base = { type, document, fileName: name } as unknown as Evidence;
  if (by === undefined)
    return { ...base, class: 'imported', digest: digestJson(nodeCrypto, document as unknown as JsonValue) };
  const known = instant(at);
  const signer = signerOf(by);
  const signed = await issueCredential(
    {
      '@context': [CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT],
      id: `urn:uuid:sample-${name.replace(/\W/g, '-')}`,
      type: [BASE_TYPE, type],
      issuer: signer.did,
      validFrom: known,
      credentialSubject: document as unknown as JsonObject,
    },
    signer,
    nodeCrypto,
    { created: known },
  );
  const credential = structuredClone(signed) as unknown as JsonObject & { credentialSubject: JsonObject };
  if (altered) put(credential.credentialSubject, altered.pointer, altered.value);
  const verdict = await verifyCredential(credential, {
    crypto: nodeCrypto,
    at: known,
    signedAt: { instant: known, source: 'log' },
    resolveDid: () => undefined,
    statusList: () => undefined,
    schema: documentSchemaCheck,
    accreditation: () => ({ state: 'not-required' }),
  });
  return {
    ...({ ...base, document: credential.credentialSubject } as unknown as Evidence),
    digest: verdict.digest,
    class: 'signed',
    issuer: verdict.issuer,
    signedAt: known,
    verdict,
  };
}

function put(target: JsonObject, pointer: string, value: string): void {
  const members = pointerMembers(pointer);
  const last = members.pop();
  const parent = members.reduce<JsonValue>((at, member) => (at as JsonObject)[member] as JsonValue, target);
  if (last === undefined) throw new Error('nothing to alter');
  (parent as Record<string, JsonValue>)[last] = value;
}

function signerOf(slug: SampleTenant['slug']) {
  const { privateKey } = ed25519FromSeed(nodeCrypto.sha256(utf8(`${sampleKeyPrefix}${slug}`)));
  const { did } = sampleTenant(slug);
  return {
    did,
    verificationMethod: `${did}#${did.slice('did:key:'.length)}`,
    sign: (bytes: Uint8Array) => signEd25519(privateKey, bytes),
  };
}
