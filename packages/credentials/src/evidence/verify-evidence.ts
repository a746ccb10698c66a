import {
  type CryptoPort,
  type Digest,
  digestBytes,
  digestJson,
  type Instant,
  isRecord,
  type JsonValue,
  ok,
  type Refusal,
  type Result,
  utf8,
} from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import type { DidDocument } from '../did/document.ts';
import { parseDidDocument } from '../did/parse-document.ts';
import { webvhDocument } from '../did/webvh/document.ts';
import { verifyWebvhLog } from '../did/webvh/verify-log.ts';
import type { SigningTime } from '../proof/signing-time.ts';
import { type StatusSnapshot, verifyStatusList } from '../status/snapshot.ts';
import type { Trust } from '../verify/trust.ts';
import type { Verdict } from '../verify/verdict.ts';
import { verifyCredential } from '../verify/verify-credential.ts';
import { type EvidenceFile, readEvidence } from './file.ts';

/** What the reader of an evidence file brings along; nothing else is believed. */
export interface EvidenceReader {
  readonly crypto: CryptoPort;
  readonly at: Instant;
  /** Checks the receipt for a credential of this digest with the log keys the reader trusts, and gives the time it proves. */
  receipt(receipt: JsonValue, digest: Digest): Promise<Result<SigningTime>>;
  readonly schema?: Trust['schema'];
  readonly accreditation?: Trust['accreditation'];
  /** Whether the file's own DID documents count. Left out: only identifiers that prove themselves do. */
  readonly believeDocuments?: boolean;
  /** The verifier to use; the house's own when left out, which knows eddsa-jcs-2022. */
  verify?(credential: unknown, trust: Trust): Promise<Verdict>;
}

/** What an evidence file came to. */
export interface EvidenceVerdict {
  readonly verified: boolean;
  readonly verdict?: Verdict;
  /** What is wrong with the file, its receipt, its lists or its keys, beside the verdict. */
  readonly refusals: readonly Refusal[];
}

/**
 * Verifies an evidence file with no network: the receipt proves when the credential was there, and by the keys and the status of
 * that file it is judged. Without a receipt that holds, the present counts as the signing time.
 */
export async function verifyEvidence(value: unknown, reader: EvidenceReader): Promise<EvidenceVerdict> {
  const file = readEvidence(value);
  if (!file.ok) return { verified: false, refusals: file.refusals };
  const { credential, receipt, statusList = [] } = file.value;
  const time = await reader.receipt(receipt, digestOf(credential, reader.crypto));
  const signedAt: SigningTime = time.ok ? time.value : { instant: reader.at, source: 'first-receipt' };
  const keys = await keysOf(file.value, reader);
  const trust = { crypto: reader.crypto, signedAt, resolveDid: (did: string) => keys.documents.get(did) };
  const lists = await listsOf(statusList, {
    ...trust,
    signedAt: { instant: reader.at, source: 'first-receipt' },
  });
  const verify = reader.verify ?? verifyCredential;
  const verdict = await verify(credential, {
    ...trust,
    at: reader.at,
    statusList: (url) => lists.snapshots.get(url),
    schema: reader.schema ?? (() => (subject) => ok(subject)),
    accreditation: reader.accreditation ?? (() => ({ state: 'not-required' })),
  });
  const refusals = [...(time.ok ? [] : withReason(time.refusals)), ...keys.refusals, ...lists.refusals];
  return { verified: verdict.verified && time.ok, verdict, refusals };
}

function digestOf(credential: EvidenceFile['credential'], crypto: CryptoPort): Digest {
  return typeof credential === 'string'
    ? digestBytes(crypto, utf8(credential))
    : digestJson(crypto, credential);
}

function withReason(refusals: readonly Refusal[]): Refusal[] {
  const detail = refusals
    .map(({ message }) => message)
    .join(' ')
    .slice(0, 300);
  return [
    credentialsCatalogue.refuse('CRED_EVIDENCE_RECEIPT', { path: '/receipt', params: { detail } }),
    ...refusals,
  ];
}

async function keysOf({ didLogs = [], didDocuments = [] }: EvidenceFile, reader: EvidenceReader) {
  const documents = new Map<string, DidDocument>();
  const refusals: Refusal[] = [];
  if (reader.believeDocuments)
    for (const value of didDocuments) {
      const id = typeof value.id === 'string' ? value.id : '';
      const document = parseDidDocument(value, id);
      if (document.ok) documents.set(id, document.value);
      else refusals.push(...document.refusals);
    }
  for (const { did, ...log } of didLogs) {
    const history = await verifyWebvhLog(did, log, reader);
    if (history.ok) documents.set(did, webvhDocument(history.value));
    else refusals.push(...history.refusals);
  }
  return { documents, refusals };
}

/** A list is signed anew all the time: the key that signs it must be in force now, whenever the credential was signed. */
async function listsOf(values: readonly JsonValue[], trust: Parameters<typeof verifyStatusList>[2]) {
  const snapshots = new Map<string, StatusSnapshot>();
  const refusals: Refusal[] = [];
  for (const value of values) {
    const url = isRecord(value) && typeof value.id === 'string' ? value.id : '';
    const list = await verifyStatusList(value, url, trust);
    if (list.ok) snapshots.set(url, list.value);
    else refusals.push(...list.refusals);
  }
  return { snapshots, refusals };
}
