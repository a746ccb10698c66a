import type { RefusedFile } from '@portolan/contract';
import { type ReadFile, readFile } from '@portolan/documents';
import type { Digest, JsonObject } from '@portolan/kernel';
import { freshRegisters } from '../../credentials/trust/fresh-registers.ts';
import type { Moment } from '../../exchange/moment.ts';
import type { TradeContext } from '../context.ts';
import { importedEvidence, signedEvidence } from './item.ts';
import { asOwnFiles, type OwnFile } from './own-files.ts';
import { rememberedMappings } from './remembered.ts';
import { credentialBytes, fileContent, type Taken } from './taken.ts';
import { verifyBatch } from './verify.ts';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
}

export interface Intake {
  readonly taken: readonly Taken[];
  readonly refused: readonly RefusedFile[];
}

/**
 * Reads uploaded files and verifies the credentials among them in one batch. Stores nothing: the caller does, in its
 * own transaction. A file that can't be read leaves nothing but its refusals; a credential that doesn't verify is taken
 * with its verdict, so that its owner sees why.
 */
export async function takeIn(
  context: TradeContext,
  tenantId: string,
  files: readonly UploadedFile[],
  moment: Moment,
): Promise<Intake> {
  const refused: RefusedFile[] = [];
  const read: (Pick<OwnFile, 'upload' | 'file'> & Partial<OwnFile>)[] = [];
  const mappings = await rememberedMappings(context, tenantId, files);
  for (const upload of files) {
    const mapping = mappings.get(upload);
    const result = readFile(upload, context.crypto, mapping ? { mapping } : {});
    if (!result.ok) refused.push({ name: upload.name, refusals: [...result.refusals] });
    else if (mapping || result.value.documents.length > 1)
      read.push(...asOwnFiles(result.value, upload, context.crypto));
    else read.push({ upload, file: result.value });
  }
  const credentials = new Map<Digest, JsonObject>();
  for (const { file } of read) if (file.credential) credentials.set(file.digest, file.credential);
  if (credentials.size > 0) await freshRegisters(context);
  const { verdicts } = await verifyBatch(context, tenantId, credentials, moment);
  const taken = new Map<string, Taken>();
  for (const { upload, file, original } of read) {
    const one = file.credential ? signed(file, file.credential, verdicts) : imported(file, upload);
    taken.set(one.evidence.digest, original ? { ...one, original } : one);
  }
  return { taken: [...taken.values()], refused };
}

function signed(
  file: ReadFile,
  credential: JsonObject,
  verdicts: Awaited<ReturnType<typeof verifyBatch>>['verdicts'],
): Taken {
  const verdict = verdicts.get(file.digest);
  if (!verdict) throw new Error('a credential was read and not verified');
  const evidence = signedEvidence(credential, verdict, file.name);
  if (!evidence) throw new Error('a credential was read without a document in it');
  return { evidence, content: credentialBytes(credential), format: 'credential' };
}

function imported(file: ReadFile, { bytes, mediaType }: UploadedFile): Taken {
  const content = fileContent(file, bytes);
  return {
    evidence: importedEvidence(file),
    content,
    format: file.format,
    ...(mediaType ? { mediaType } : {}),
  };
}
