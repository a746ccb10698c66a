import { didKeyMethod, didKeyOf, type Signer, signDocument, toMultikey } from '@portolan/credentials';
import { canonicalize, concatBytes, instant, type JsonObject, toBase58, utf8 } from '@portolan/kernel';
import { type generateEd25519, nodeCrypto, signEd25519 } from '@portolan/kernel/node';

type KeyPair = ReturnType<typeof generateEd25519>;

/** One entry of a history: whose key signs credentials from then on. */
export interface WebvhStep {
  readonly time: string;
  readonly key: KeyPair;
  /** The key that the next entry must be signed with, announced by its hash. */
  readonly next?: KeyPair;
  readonly deactivated?: boolean;
}

/**
 * A did:webvh at a host, made as did:webvh 1.0, "Create (Register)", "Update (Rotate)" and "Deactivate (Revoke)", say. With
 * announced keys an entry is signed by the key that it brings, without by the one of the entry before.
 */
export async function webvhHistory(host: string, steps: readonly WebvhStep[]) {
  let scid = '{SCID}';
  let previous = '';
  const lines: string[] = [];
  for (const [index, step] of steps.entries()) {
    const did = () => `did:webvh:${scid}:${host}`;
    const entry = () => entryOf(did(), index === 0 ? scid : previous, step, index);
    if (index === 0) scid = entryHash(entry());
    previous = `${index + 1}-${entryHash(entry())}`;
    const before = steps[index - 1];
    const signer = before && before.next === undefined ? before.key : step.key;
    const signed = await signDocument({ ...entry(), versionId: previous }, signerOf(signer), nodeCrypto, {
      created: instant(step.time),
    });
    lines.push(JSON.stringify({ ...signed, proof: [signed.proof] }));
  }
  return { did: `did:webvh:${scid}:${host}`, log: lines.join('\n') };
}

function entryOf(did: string, versionId: string, { time, key, next, deactivated }: WebvhStep, index: number) {
  const [, , scid = ''] = did.split(':');
  const name = toMultikey(key.publicKey);
  const method = { id: `${did}#${name.slice(-6)}`, type: 'Multikey', controller: did };
  return {
    versionId,
    versionTime: time,
    parameters: {
      ...(index === 0 ? { method: 'did:webvh:1.0', scid } : {}),
      updateKeys: deactivated ? [] : [name],
      ...(next ? { nextKeyHashes: [textHash(toMultikey(next.publicKey))] } : {}),
      ...(deactivated ? { deactivated: true } : {}),
    },
    state: {
      '@context': ['https://www.w3.org/ns/did/v1'],
      id: did,
      verificationMethod: [{ ...method, publicKeyMultibase: name }],
      assertionMethod: [method.id],
    },
  } satisfies JsonObject;
}

export function signerOf({ publicKey, privateKey }: KeyPair): Signer {
  const did = didKeyOf(publicKey);
  return {
    did,
    verificationMethod: didKeyMethod(did),
    sign: (message) => signEd25519(privateKey, message),
  };
}

function entryHash(entry: JsonObject): string {
  return textHash(canonicalize(entry));
}

/** SHA-256 as a multihash in base58 (did:webvh 1.0, "Entry Hash Generation and Verification"). */
function textHash(text: string): string {
  return toBase58(concatBytes(Uint8Array.of(0x12, 32), nodeCrypto.sha256(utf8(text))));
}
