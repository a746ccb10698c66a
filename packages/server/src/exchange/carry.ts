import { type Digest, isRecord, type JsonObject, toBase64 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { originalsOf } from '../credentials/originals.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import type { FileAttachment, Parcel } from './envelope.ts';
import type { Waiting } from './outbox.ts';

/** Status lists to staple to a parcel, by the issuers of its credentials. */
export type Staple = (credentials: readonly JsonObject[]) => Promise<readonly JsonObject[]>;

interface EvidenceRow {
  tenant_id: string;
  digest: Digest;
  class: 'signed' | 'imported';
  file_name: string | null;
  media_type: string | null;
  content: Buffer;
}

/** Receipts of logs for some digests, in one go. */
export type ReceiptsOf = (digests: readonly Digest[]) => Promise<ReadonlyMap<string, readonly JsonObject[]>>;

/**
 * Puts the attachments that envelopes name beside them, from the senders' own evidence, in one statement.
 * Receipts go along where the receiver can't look into the same log: on another node.
 */
export async function pack(
  db: Queryable,
  waiting: readonly Waiting[],
  staple: Staple,
  receiptsOf?: ReceiptsOf,
): Promise<Parcel[]> {
  const wanted = waiting.flatMap(({ tenantId, envelope }) =>
    envelope.attachments.map((digest) => ({ tenantId, digest })),
  );
  const held = await heldEvidence(db, wanted);
  const inLogs = originalsOf(enveloped(held), nodeCrypto);
  const receipts = await receiptsOf?.([...new Set(wanted.map(({ digest }) => inLogs.get(digest) ?? digest))]);
  return Promise.all(
    waiting.map(async ({ tenantId, envelope, digest, content }) => {
      const rows = envelope.attachments.flatMap((digest) => held.get(`${tenantId} ${digest}`) ?? []);
      const credentials = rows.filter((row) => row.class === 'signed').map(readCredential);
      const files = rows.filter((row) => row.class === 'imported').map(fileOf);
      const statusLists = credentials.length > 0 ? await staple(credentials) : [];
      const proved = envelope.attachments.flatMap((one) => receipts?.get(inLogs.get(one) ?? one) ?? []);
      const bytes =
        content.length +
        sum(rows.map(wireBytes)) +
        sum(statusLists.map(listBytes)) +
        sum(proved.map(receiptBytes));
      const parts = { envelope, credentials, files, statusLists, receipts: proved };
      return { ...parts, sealedHere: { digest, content }, bytes };
    }),
  );
}

/** The credentials in envelopes, which a log knows by another digest. Only they hold this word, so that the others are not read. */
function enveloped(held: ReadonlyMap<string, EvidenceRow>): Map<Digest, JsonObject> {
  const rows = [...held.values()].filter(
    ({ class: kind, content }) => kind === 'signed' && content.includes('EnvelopedVerifiableCredential'),
  );
  return new Map(rows.map((row) => [row.digest, readCredential(row)]));
}

async function heldEvidence(
  db: Queryable,
  wanted: readonly { tenantId: string; digest: Digest }[],
): Promise<Map<string, EvidenceRow>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await db.query<EvidenceRow>({
    name: 'exchange-held-evidence',
    text: `select e.tenant_id, e.digest, e.class, e.file_name, e.media_type, e.content
           from (select distinct * from unnest($1::uuid[], $2::text[])) as wanted (tenant_id, digest)
           join evidence e using (tenant_id, digest)`,
    values: [wanted.map(({ tenantId }) => tenantId), wanted.map(({ digest }) => digest)],
  });
  return new Map(rows.map((row) => [`${row.tenant_id} ${row.digest}`, row]));
}

/** A document as far as its size goes. */
export interface Carried {
  readonly class: 'signed' | 'imported';
  readonly content: Uint8Array;
}

/** The bytes that a document takes in an envelope's request: a file travels as base64. */
export function wireBytes({ class: kind, content }: Carried): number {
  return kind === 'imported' ? Math.ceil(content.length / 3) * 4 : content.length;
}

/** The packed bits are nearly all of a list; the rest of it fits into two thousand bytes. */
function listBytes({ credentialSubject }: JsonObject): number {
  const list = isRecord(credentialSubject) ? credentialSubject.encodedList : undefined;
  return 2000 + (typeof list === 'string' ? list.length : 0);
}

function receiptBytes(receipt: JsonObject): number {
  return JSON.stringify(receipt).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function readCredential({ content }: EvidenceRow): JsonObject {
  return JSON.parse(content.toString()) as JsonObject;
}

function fileOf(row: EvidenceRow): FileAttachment {
  return {
    name: row.file_name ?? 'document',
    ...(row.media_type ? { mediaType: row.media_type } : {}),
    content: toBase64(row.content),
  };
}
