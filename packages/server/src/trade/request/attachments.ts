import { readSingle } from '@portolan/documents';
import {
  type Digest,
  digestBytes,
  isRecord,
  type JsonObject,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { absentAttachments, attachmentMissing } from '../../exchange/attachments.ts';
import type { Moment } from '../../exchange/moment.ts';
import type { Received } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import { heldCredential } from '../evidence/held.ts';
import type { UploadedFile } from '../evidence/intake.ts';
import { importedEvidence, signedEvidence } from '../evidence/item.ts';
import { credentialBytes, fileContent, type Taken, unfounded } from '../evidence/taken.ts';
import { verifyBatch } from '../evidence/verify.ts';
import { readEvidence } from '../store/evidence.ts';
import { requestCatalogue } from './catalogue.ts';
import { isRecordFile } from './record-file.ts';

/** The format of a file that is kept as it is: a scan, a picture, a letter. */
export const opaqueFormat = 'file';

/** A file that is no trade document: kept and shown, never computed with. */
export interface OpaqueFile {
  readonly digest: Digest;
  readonly name: string;
  readonly mediaType?: string;
  readonly bytes: Uint8Array;
}

/** What shows an answer: trade documents, read and verified, and records of any other kind. */
export interface Papers {
  readonly documents: readonly Taken[];
  readonly records: readonly OpaqueFile[];
}

interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
}

/** Most bytes of files in one answer: with it an envelope still fits into one delivery. */
const maxBytes = 4 * 1024 * 1024;

/**
 * Reads and verifies uploaded files, storing nothing. Refuses, naming the file, what can't be read, what is no record,
 * and a credential that was altered or that nobody answers for.
 */
export async function papersOfUpload(
  context: TradeContext,
  tenantId: string,
  files: readonly UploadedFile[],
  moment: Moment,
): Promise<Result<Papers>> {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (bytes > maxBytes) {
    const params = { bytes, limit: maxBytes };
    return refused(requestCatalogue.refuse('NODE_ANSWER_TOO_LARGE', { path: '/files', params }));
  }
  const credentials = new Map<Digest, JsonObject>();
  const loose: Source[] = [];
  for (const file of files) {
    const read = readSingle(file, context.crypto);
    if (read.ok && read.value.credential) credentials.set(read.value.digest, read.value.credential);
    else loose.push(file);
  }
  return readPapers(context, { tenantId, moment, credentials, loose, statusLists: [], lenient: false });
}

/**
 * Reads and verifies what came with an envelope; a document that it names may be held here already. `passedOn`: the
 * agency took it and passes it on, so that it is kept with whatever verdict it gets here.
 */
export async function papersOfEnvelope(
  context: TradeContext,
  received: Received,
  { passedOn = false }: { readonly passedOn?: boolean } = {},
): Promise<Result<Papers>> {
  const { envelope, receiver, moment, statusLists } = received;
  const carried = { credentials: new Map(received.credentials), files: new Map(received.files) };
  const absent = absentAttachments({ envelope, credentials: [], files: [], statusLists: [] }, carried);
  const held = await readEvidence(context.pool, receiver.id, absent);
  const missing = absent.filter((digest) => !held.has(digest));
  if (missing.length > 0)
    return refused(missing.map((digest) => attachmentMissing(digest, envelope.attachments.indexOf(digest))));
  const loose: Source[] = [...carried.files.values()];
  for (const row of held.values()) {
    if (row.class === 'signed') carried.credentials.set(row.digest, heldCredential(row));
    else loose.push({ name: row.file_name ?? 'document', bytes: row.content, ...mediaOf(row.media_type) });
  }
  const { credentials } = carried;
  const tenantId = receiver.id;
  return readPapers(context, { tenantId, moment, credentials, loose, statusLists, lenient: passedOn });
}

function mediaOf(mediaType: string | null): { mediaType?: string } {
  return mediaType === null ? {} : { mediaType };
}

interface Unread {
  readonly tenantId: string;
  readonly moment: Moment;
  readonly credentials: ReadonlyMap<Digest, JsonObject>;
  readonly loose: readonly Source[];
  readonly statusLists: readonly JsonObject[];
  /** Takes credentials, too, that support nothing. */
  readonly lenient: boolean;
}

async function readPapers(
  context: TradeContext,
  { tenantId, moment, credentials, loose, statusLists, lenient }: Unread,
): Promise<Result<Papers>> {
  const refusals: Refusal[] = [];
  const documents = new Map<string, Taken>();
  const records = new Map<string, OpaqueFile>();
  const { verdicts } = await verifyBatch(context, tenantId, credentials, moment, statusLists);
  for (const [digest, credential] of credentials) {
    const verdict = verdicts.get(digest);
    const evidence = verdict && signedEvidence(credential, verdict);
    if (!evidence) refusals.push(fileRefused(nameOf(credential)));
    else {
      if (!lenient) refusals.push(...unfounded(evidence, '/files'));
      documents.set(digest, { evidence, content: credentialBytes(credential), format: 'credential' });
    }
  }
  for (const file of loose) {
    const read = readLoose(context, file);
    if (!read.ok) refusals.push(...read.refusals);
    else if ('evidence' in read.value) documents.set(read.value.evidence.digest, read.value);
    else records.set(read.value.digest, read.value);
  }
  if (refusals.length > 0) return refused(refusals);
  return ok({ documents: [...documents.values()], records: [...records.values()] });
}

/** A file as a document, else as a record. */
function readLoose({ crypto }: TradeContext, file: Source): Result<Taken | OpaqueFile> {
  const { name, bytes } = file;
  const media = file.mediaType ? { mediaType: file.mediaType } : {};
  const read = readSingle(file, crypto);
  if (read.ok) {
    const { format } = read.value;
    const content = fileContent(read.value, bytes);
    return ok({ evidence: importedEvidence(read.value), content, format, ...media });
  }
  if (isRecordFile(file)) return ok({ digest: digestBytes(crypto, bytes), name, bytes, ...media });
  const refusals = looksStructured(bytes) ? read.refusals : [fileRefused(name)];
  return refused(
    refusals.map((refusal) => ({ ...refusal, params: { ...refusal.params, file: name.slice(0, 200) } })),
  );
}

/** Whether a file is meant to be read: then its reader's own refusals say what is wrong. */
function looksStructured(bytes: Uint8Array): boolean {
  const [first = ''] = /\S/.exec(new TextDecoder().decode(bytes.subarray(0, 100))) ?? [];
  return first !== '' && '{[<'.includes(first);
}

function nameOf(credential: JsonObject): string {
  const types = Array.isArray(credential.type) ? credential.type : [];
  const type = types.filter((one) => typeof one === 'string').at(-1);
  return isRecord(credential.credentialSubject) && typeof type === 'string' ? type : 'credential';
}

function fileRefused(name: string): Refusal {
  return requestCatalogue.refuse('NODE_ANSWER_FILE', {
    path: '/files',
    params: { name: name.slice(0, 200) },
  });
}
