import {
  didKeyMethod,
  didKeyOf,
  issueCredential,
  type Signer,
  signDocument,
  type UnsignedCredential,
} from '@portolan/credentials';
import { type Digest, digestJson, instant, type JsonObject } from '@portolan/kernel';
import { generateEd25519, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { prepareFiling, storyAt } from '../../torture/shipment/filing.ts';
import { type Slug, sampleSigner } from '../../torture/shipment/signers.ts';

/** Changes a credential; undefined leaves it out. */
export type Change = (credential: JsonObject) => JsonObject | undefined | Promise<JsonObject | undefined>;

const certification = 'CertificationOfOrigin';

/** The credentials of one shipment, one kind of them changed. */
export async function credentialsWith(
  serial: number,
  change: Change,
  type: string = certification,
): Promise<JsonObject[]> {
  const { wire } = await prepareFiling(serial);
  return changed(wire.credentials as readonly JsonObject[], change, type);
}

async function changed(
  credentials: readonly JsonObject[],
  change: Change,
  type: string,
): Promise<JsonObject[]> {
  const all = await Promise.all(credentials.map((one) => (typeOf(one) === type ? change(one) : one)));
  return all.filter((one) => one !== undefined);
}

/** The filing of one shipment from another node, one kind of its credentials changed and the envelope signed anew. */
export async function envelopeWith(
  serial: number,
  change: Change,
  type: string = certification,
): Promise<JsonObject> {
  const { wire } = await prepareFiling(serial);
  const before = wire.credentials as readonly JsonObject[];
  const after = await Promise.all(before.map((one) => (typeOf(one) === type ? change(one) : one)));
  const { credentials: _, files, statusLists, proof: _proof, ...envelope } = wire;
  const named = before.reduce(
    (text, one, index) => text.replaceAll(digestOf(one), digestOf(after[index] ?? one)),
    JSON.stringify(envelope),
  );
  const left = new Set(before.filter((_one, index) => after[index] === undefined).map(digestOf));
  const resealed = await sealed(unnamed(JSON.parse(named) as JsonObject, left));
  return {
    ...resealed,
    credentials: after.filter((one) => one !== undefined),
    files,
    statusLists,
  } as JsonObject;
}

/** The envelope without the names of credentials that were left out. */
function unnamed(envelope: JsonObject, left: ReadonlySet<string>): JsonObject {
  const body = envelope.body as JsonObject;
  const evidence = (body.evidence as readonly { digest: string }[]).filter(({ digest }) => !left.has(digest));
  const attachments = (envelope.attachments as readonly string[]).filter((digest) => !left.has(digest));
  return { ...envelope, attachments, body: { ...body, evidence } } as unknown as JsonObject;
}

async function sealed(envelope: JsonObject): Promise<JsonObject> {
  const options = { created: storyAt, purpose: 'authentication' } as const;
  return (await signDocument(envelope, sampleSigner('broker'), nodeCrypto, options)) as unknown as JsonObject;
}

function digestOf(credential: JsonObject): Digest {
  return digestJson(nodeCrypto, credential);
}

function typeOf({ type }: JsonObject): string {
  return (type as readonly string[])[1] ?? '';
}

/** The same credential with other members, signed again by its issuer or somebody else. */
export function reissued(members: JsonObject, by: Slug | Signer = 'grower'): Change {
  const signer = typeof by === 'string' ? sampleSigner(by) : by;
  return async ({ proof: _proof, ...credential }) => {
    const unsigned = { ...credential, ...members } as unknown as UnsignedCredential;
    const created = instant('2026-06-11T20:00:00Z');
    return (await issueCredential(unsigned, signer, nodeCrypto, { created })) as unknown as JsonObject;
  };
}

/** The same credential, its proof made with the key of somebody who is not its issuer. */
export function signedBy(slug: Slug): Change {
  return async ({ proof: _proof, ...credential }) => {
    const options = { created: instant('2026-06-11T20:00:00Z'), purpose: 'assertionMethod' } as const;
    const signed = await signDocument(credential, sampleSigner(slug), nodeCrypto, options);
    return signed as unknown as JsonObject;
  };
}

/** Somebody of whom nobody has heard. */
export function stranger(): Signer {
  const { publicKey, privateKey } = generateEd25519();
  const did = didKeyOf(publicKey);
  return { did, verificationMethod: didKeyMethod(did), sign: (message) => signEd25519(privateKey, message) };
}

/** A change of the document in the credential. */
export function withSubject(change: (subject: JsonObject) => JsonObject): Change {
  return (credential) => ({
    ...credential,
    credentialSubject: change(credential.credentialSubject as JsonObject),
  });
}
