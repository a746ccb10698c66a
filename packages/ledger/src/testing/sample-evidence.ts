import {
  CREDENTIALS_CONTEXT,
  createStatusList,
  didKeyMethod,
  didKeyOf,
  issueCredential,
  PORTOLAN_CONTEXT,
  type Signer,
  setStatus,
  statusEntry,
  statusListCredential,
} from '@portolan/credentials';
import {
  concatBytes,
  digestJson,
  expectOk,
  type Instant,
  instant,
  type JsonObject,
  utf8,
} from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { CompactRange } from '../merkle/compact-range.ts';
import { leafHash } from '../merkle/hash.ts';
import { inclusionPlan } from '../merkle/plan.ts';
import { provePlan } from '../merkle/prove.ts';
import { formatCheckpoint } from '../note/checkpoint.ts';
import { formatNoteKey } from '../note/key.ts';
import { signNote } from '../note/sign.ts';
import { makeReceipt } from '../receipt/make.ts';
import type { Receipt } from '../receipt/receipt.ts';
import { commit, type Statement } from '../receipt/statement.ts';
import { TilePyramid } from '../tiles/pyramid.ts';
import { sampleSigner } from './signer.ts';

/** A credential, its receipt and its status list, made by sample actors with keys that follow from their names. */

export const sampleOrigin = 'sample.portolan.example/log';
export const loggedAt = instant('2026-06-12T14:30:00Z');
const listUrl = 'https://sample.portolan.example/status/importer/revocation';

function seedOf(name: string): Uint8Array {
  return nodeCrypto.sha256(utf8(`sample key ${name}`));
}

function issuer(): Signer {
  const { publicKey, privateKey } = ed25519FromSeed(seedOf('importer'));
  const did = didKeyOf(publicKey);
  return { did, verificationMethod: didKeyMethod(did), sign: (message) => signEd25519(privateKey, message) };
}

/** The verifier key of a sample log. */
export function sampleLogKey(origin = sampleOrigin): string {
  return formatNoteKey(sampleSigner(origin).key);
}

/** A signed purchase order; `status` gives it a place in the revocation list. */
export async function sampleCredential(options: { readonly status?: boolean } = {}): Promise<JsonObject> {
  const signer = issuer();
  const party = (name: string, country: string) => ({ name, address: { country } });
  const line = {
    number: '1',
    description: 'Bell peppers (sample)',
    quantity: { value: '1000', unit: 'KGM' },
  };
  const credential = await issueCredential(
    {
      '@context': [CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT],
      id: 'urn:uuid:6f3a1f5e-4f0a-4c6e-9b61-0d4f2f6f7a10',
      type: ['VerifiableCredential', 'PurchaseOrder'],
      issuer: signer.did,
      validFrom: '2026-06-01T00:00:00.000Z',
      ...(options.status
        ? { credentialStatus: statusEntry({ purpose: 'revocation', list: listUrl, index: 7 }) }
        : {}),
      credentialSubject: {
        ...{ number: 'PO-1', issueDate: '2026-06-01', currency: 'USD', lines: [line] },
        buyer: party('Sample Harbor Foods Inc.', 'US'),
        seller: party('Sample Valle Verde Produce', 'MX'),
      },
    },
    signer,
    nodeCrypto,
    { created: instant('2026-06-01T12:00:00Z') },
  );
  return credential as unknown as JsonObject;
}

/** The receipt of a JSON document as leaf 2 of 5. */
export async function sampleReceipt(document: JsonObject, origin = sampleOrigin): Promise<Receipt> {
  const statement: Statement = { kind: 'credential', digest: digestJson(nodeCrypto, document), at: loggedAt };
  const salt = nodeCrypto.sha256(utf8('sample salt')).subarray(0, 16);
  const others = ['a', 'b', 'c', 'd'].map((name) => leafHash(nodeCrypto, nodeCrypto.sha256(utf8(name))));
  const leaves = others.toSpliced(2, 0, leafHash(nodeCrypto, commit(nodeCrypto, statement, salt)));
  const range = new CompactRange(nodeCrypto);
  for (const leaf of leaves) range.append(leaf);
  const pyramid = new TilePyramid(nodeCrypto, concatBytes(...leaves));
  const path = provePlan(nodeCrypto, inclusionPlan(2, leaves.length), (node) => pyramid.hashOf(node));
  const checkpoint = await signNote(
    formatCheckpoint({ origin, size: leaves.length, root: range.root() }),
    sampleSigner(origin),
  );
  return makeReceipt({ origin, statement, salt, index: 2, path, checkpoint });
}

/** The issuer's revocation list, good for a day; `revoked` says what it says of the sample credential. */
export async function sampleStatusList(options: { readonly revoked?: boolean; readonly validFrom: Instant }) {
  const signer = issuer();
  const empty = createStatusList();
  const bits = options.revoked ? expectOk(setStatus(empty, 7, true)) : empty;
  const unsigned = await statusListCredential({
    ...{ url: listUrl, issuer: signer.did, purpose: 'revocation', bits, validFrom: options.validFrom },
    validUntil: instant(Date.parse(options.validFrom) + 86_400_000),
  });
  return (await issueCredential(unsigned, signer, nodeCrypto, {
    created: options.validFrom,
  })) as unknown as JsonObject;
}

export function fileOf(value: unknown): Uint8Array {
  return utf8(JSON.stringify(value, null, 2));
}
