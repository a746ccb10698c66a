import {
  type Digest,
  digestBytes,
  digestJson,
  type JsonValue,
  parseJson,
  type Refusal,
} from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';
import { type NoteKey, parseNoteKey } from '../note/key.ts';
import { type VerifiedReceipt, verifyReceipt } from '../receipt/verify.ts';
import type { VerifyOptions } from './options.ts';
import { type Check, type Fact, refusedCheck } from './report.ts';

export interface ReceiptFinding {
  readonly check: Check;
  readonly facts: readonly Fact[];
  /** Present only when a log that the reader trusts vouches for it. */
  readonly trusted?: VerifiedReceipt;
}

/**
 * Verifies a receipt with the reader's keys. Where only a key from the file itself fits, the receipt may be whole, but
 * nobody whom the reader knows stands behind it: undetermined.
 */
export async function checkReceipt(
  receipt: JsonValue,
  options: VerifyOptions,
  context: { readonly expectDigest?: Digest; readonly fileKeys?: readonly string[] },
): Promise<ReceiptFinding> {
  const keys = readKeys(options, options.logKeys ?? []);
  if (keys.refusals.length > 0) return failed(keys.refusals);
  const expected = context.expectDigest ? { expectDigest: context.expectDigest } : {};
  const demands = {
    ...expected,
    ...(options.witnesses === undefined ? {} : { witnesses: options.witnesses }),
  };
  const verified = await verifyReceipt(options.crypto, receipt, { keys: keys.keys, ...demands });
  if (verified.ok)
    return { check: passed(verified.value), facts: factsOf(verified.value), trusted: verified.value };
  if (!isUnknownSigner(verified.refusals)) return failed(verified.refusals);
  return checkWithFileKeys(receipt, options, context.fileKeys ?? [], demands);
}

async function checkWithFileKeys(
  receipt: JsonValue,
  options: VerifyOptions,
  fileKeys: readonly string[],
  demands: { readonly expectDigest?: Digest; readonly witnesses?: number },
): Promise<ReceiptFinding> {
  const { keys, refusals } = readKeys(options, fileKeys);
  if (refusals.length > 0) return failed(refusals);
  const verified = await verifyReceipt(options.crypto, receipt, { keys, ...demands });
  if (verified.ok)
    return undetermined('LEDGER_KEY_FROM_FILE', verified.value.origin, factsOf(verified.value));
  if (!isUnknownSigner(verified.refusals)) return failed(verified.refusals);
  return undetermined('LEDGER_KEY_NONE', originOf(receipt), []);
}

/** The digests that exact bytes can have: their own and, where they are JSON, that of its canonical form. */
export function digestsOf({ crypto }: VerifyOptions, bytes: Uint8Array): Digest[] {
  const json = parseJson(bytes, { maxBytes: bytes.length });
  return [digestBytes(crypto, bytes), ...(json.ok ? [digestJson(crypto, json.value)] : [])];
}

function readKeys(
  { crypto }: VerifyOptions,
  texts: readonly string[],
): { keys: NoteKey[]; refusals: Refusal[] } {
  const results = texts.map((text) => parseNoteKey(crypto, text.trim()));
  return {
    keys: results.flatMap((result) => (result.ok ? [result.value] : [])),
    refusals: results.flatMap((result) => (result.ok ? [] : result.refusals)),
  };
}

function isUnknownSigner(refusals: readonly Refusal[]): boolean {
  return refusals.every(({ code }) => code === 'LEDGER_NOTE_UNKNOWN_SIGNER');
}

function passed({ origin, index, size, at, witnesses }: VerifiedReceipt): Check {
  const seen = witnesses.map(({ name, at: when }) => ` ${name} cosigned it at ${when}.`).join('');
  const reason = `The log ${origin} held it at ${at}, as leaf ${index} of ${size}.${seen}`;
  return { name: 'receipt', outcome: 'passed', reason, refusals: [] };
}

function failed(refusals: readonly Refusal[]): ReceiptFinding {
  return { check: refusedCheck('receipt', 'failed', refusals), facts: [] };
}

function undetermined(
  code: 'LEDGER_KEY_NONE' | 'LEDGER_KEY_FROM_FILE',
  origin: string,
  facts: readonly Fact[],
): ReceiptFinding {
  const refusal = ledgerCatalogue.refuse(code, { path: '/checkpoint', params: { origin } });
  return { check: refusedCheck('receipt', 'undetermined', [refusal]), facts };
}

function factsOf({ origin, statement, index, size }: VerifiedReceipt): Fact[] {
  return [
    { label: 'Receipt for', value: `${statement.kind} ${statement.digest}` },
    { label: 'Time', value: statement.at },
    { label: 'Log', value: origin },
    { label: 'Leaf', value: `${index} of ${size}` },
  ];
}

function originOf(receipt: JsonValue): string {
  const { origin } = receipt as { readonly origin?: unknown };
  return typeof origin === 'string' ? origin : 'unknown';
}
