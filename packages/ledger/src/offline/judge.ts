import { originalDigest, type SigningTime } from '@portolan/credentials';
import { type Digest, digestBytes, type JsonObject, type Result, utf8 } from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';
import type { VerifiedReceipt } from '../receipt/verify.ts';
import { type CredentialFinding, checkCredential } from './credential-check.ts';
import type { VerifyOptions } from './options.ts';
import { readVerifiable, type VerifiableFile } from './read-file.ts';
import { checkReceipt, digestsOf } from './receipt-check.ts';
import { type Check, refusedCheck, reportOf, type VerifyReport } from './report.ts';

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

/** A bare credential brings nothing along. */
const nothing = { statusLists: [], didLogs: [] };

async function judgeCredential(
  { credential }: FileOf<'credential'>,
  options: VerifyOptions,
): Promise<VerifyReport> {
  const { checks, facts } = await checkCredential(credential, nothing, firstSeen(options), options);
  return reportOf('credential', facts, checks);
}

async function judgeEvidence(file: FileOf<'evidence'>, options: VerifyOptions): Promise<VerifyReport> {
  const { credential: signed } = file;
  // A token is what was signed, letter by letter; of a JSON credential the canonical form, of one in part what was signed.
  const expectDigest =
    typeof signed === 'string'
      ? digestBytes(options.crypto, utf8(signed))
      : originalDigest(signed as JsonObject, options.crypto);
  const receipt = await checkReceipt(file.receipt, options, { expectDigest, fileKeys: file.keys });
  const signedAt = receipt.trusted ? loggedAt(receipt.trusted) : firstSeen(options);
  const judged = await checkCredential(file.credential, file, signedAt, options);
  const credential = isKeyMissing(judged) ? await withOwnKeys(judged, file, signedAt, options) : judged;
  return reportOf('evidence', [...credential.facts, ...receipt.facts], [receipt.check, ...credential.checks]);
}

/** Whether all that stands against the credential is that the keys of its issuer are not at hand. */
function isKeyMissing({ checks }: CredentialFinding): boolean {
  return checks.some(({ refusals }) => refusals.some(({ code }) => code === 'CRED_DID_UNRESOLVED'));
}

/**
 * Judges by the keys that the file brings along: what fails by them fails, and what holds by them holds only if they are the
 * issuer's, which the reader has to compare.
 */
async function withOwnKeys(
  judged: CredentialFinding,
  file: FileOf<'evidence'>,
  signedAt: SigningTime,
  options: VerifyOptions,
): Promise<CredentialFinding> {
  if (file.didDocuments.length === 0) return judged;
  const didDocuments = [...(options.didDocuments ?? []), ...file.didDocuments];
  const own = await checkCredential(file.credential, file, signedAt, {
    ...options,
    didDocuments,
  });
  const checks = own.checks.map((check) =>
    check.outcome === 'passed' && ['integrity', 'issuer', 'status'].includes(check.name)
      ? borrowed(check, judged)
      : check,
  );
  return { ...own, checks };
}

function borrowed(check: Check, { verdict }: CredentialFinding): Check {
  const refusal = ledgerCatalogue.refuse('LEDGER_ISSUER_KEY_FROM_FILE', {
    params: { issuer: verdict.issuer },
  });
  return { ...check, outcome: 'undetermined', refusals: [refusal] };
}

function loggedAt({ at }: VerifiedReceipt): SigningTime {
  return { instant: at, source: 'log' };
}

/** Without a trusted receipt the only time that is certain is the present one. */
function firstSeen({ at }: VerifyOptions): SigningTime {
  return { instant: at, source: 'first-receipt' };
}
