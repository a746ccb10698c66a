import type { SigningTime } from '@portolan/credentials';
import { type Digest, digestJson, type Result } from '@portolan/kernel';
import type { VerifiedReceipt } from '../receipt/verify.ts';
import { checkCredential } from './credential-check.ts';
import type { VerifyOptions } from './options.ts';
import { readVerifiable, type VerifiableFile } from './read-file.ts';
import { checkReceipt, digestsOf } from './receipt-check.ts';
import { refusedCheck, reportOf, type VerifyReport } from './report.ts';

/** Everything that can be said offline about a receipt, a credential, or evidence with both. Never throws on bad input. */
export async function judgeFile(bytes: Uint8Array, options: VerifyOptions): Promise<VerifyReport> {
  const file: Result<VerifiableFile> = readVerifiable(bytes);
  if (!file.ok) return reportOf('unreadable', [], [refusedCheck('file', 'failed', file.refusals)]);
  switch (file.value.kind) {
    case 'receipt':
      return judgeReceipt(file.value, options);
    case 'credential':
      return judgeCredential(file.value, options);
    case 'evidence':
      return judgeEvidence(file.value, options);
  }
}

type FileOf<K extends VerifiableFile['kind']> = Extract<VerifiableFile, { kind: K }>;

async function judgeReceipt({ receipt }: FileOf<'receipt'>, options: VerifyOptions): Promise<VerifyReport> {
  const stated = (receipt as { statement?: { digest?: unknown } }).statement?.digest;
  const digests = options.document === undefined ? [] : digestsOf(options, options.document);
  const expectDigest: Digest | undefined = digests.find((digest) => digest === stated) ?? digests[0];
  const { check, facts } = await checkReceipt(receipt, options, expectDigest ? { expectDigest } : {});
  return reportOf('receipt', facts, [check]);
}

async function judgeCredential(
  { credential }: FileOf<'credential'>,
  options: VerifyOptions,
): Promise<VerifyReport> {
  const { checks, facts } = await checkCredential(credential, [], firstSeen(options), options);
  return reportOf('credential', facts, checks);
}

async function judgeEvidence(file: FileOf<'evidence'>, options: VerifyOptions): Promise<VerifyReport> {
  const expectDigest = digestJson(options.crypto, file.credential);
  const receipt = await checkReceipt(file.receipt, options, { expectDigest, fileKeys: file.keys });
  const signedAt = receipt.trusted ? loggedAt(receipt.trusted) : firstSeen(options);
  const credential = await checkCredential(file.credential, file.statusLists, signedAt, options);
  return reportOf('evidence', [...credential.facts, ...receipt.facts], [receipt.check, ...credential.checks]);
}

function loggedAt({ at }: VerifiedReceipt): SigningTime {
  return { instant: at, source: 'log' };
}

/** Without a trusted receipt the only time that is certain is the present one. */
function firstSeen({ at }: VerifyOptions): SigningTime {
  return { instant: at, source: 'first-receipt' };
}
