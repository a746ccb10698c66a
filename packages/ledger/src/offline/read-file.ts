import {
  isRecord,
  type JsonObject,
  type JsonValue,
  ok,
  parseJson,
  type Refusal,
  type Result,
  refused,
  utf8Text,
} from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';

/** What a file turned out to be. Nothing in it has been verified. */
export type VerifiableFile =
  | { readonly kind: 'receipt'; readonly receipt: JsonValue }
  | { readonly kind: 'credential'; readonly credential: JsonValue }
  | {
      readonly kind: 'evidence';
      readonly credential: JsonValue;
      readonly receipt: JsonValue;
      readonly statusLists: readonly JsonValue[];
      /** Log keys that the file brings along: good for comparing, not for trusting. */
      readonly keys: readonly string[];
      /** DID documents as of signing: statements of whoever made the file. */
      readonly didDocuments: readonly JsonValue[];
      /** Histories of DIDs, which prove themselves. */
      readonly didLogs: readonly JsonValue[];
    };

/** Evidence carries status lists of 131,072 entries and more, packed. */
const limits = { maxBytes: 8_388_608, maxDepth: 64 };
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+(?:~[\w.~-]*)?$/;
/** Evidence may leave its type out; another edition than this one is not guessed at. */
const evidenceType = 'portolan/evidence@1';
const members = ['type', 'credential', 'receipt', 'statusList', 'keys', 'didDocuments', 'didLogs'];

/** Says by its members what kind of file this is. Refuses what is not JSON, too large, too deep, or none of the three. */
export function readVerifiable(bytes: Uint8Array): Result<VerifiableFile> {
  const token = tokenIn(bytes);
  if (token !== undefined) return ok({ kind: 'credential', credential: token });
  const parsed = parseJson(bytes, limits);
  if (!parsed.ok) return parsed;
  const value = parsed.value;
  if (!isRecord(value)) return refused(ledgerCatalogue.refuse('LEDGER_FILE_UNKNOWN'));
  if (typeof value.type === 'string' && value.type.startsWith('portolan/receipt@'))
    return ok({ kind: 'receipt', receipt: value });
  if ('@context' in value) return ok({ kind: 'credential', credential: value });
  if ('credential' in value && 'receipt' in value) return readEvidence(value as JsonObject);
  return refused(ledgerCatalogue.refuse('LEDGER_FILE_UNKNOWN'));
}

/** The text of a file that holds a compact token (RFC 7515, section 3.1), with or without disclosures. */
function tokenIn(bytes: Uint8Array): string | undefined {
  if (bytes.length > limits.maxBytes || bytes[0] === 0x7b) return undefined;
  const text = utf8Text(bytes)?.trim();
  return text !== undefined && TOKEN.test(text) ? text : undefined;
}

function readEvidence(value: JsonObject): Result<VerifiableFile> {
  const unknown = Object.keys(value).find((member) => !members.includes(member));
  if (unknown !== undefined) return refused(memberRefusal(unknown));
  if (value.type !== undefined && value.type !== evidenceType) return refused(memberRefusal('type'));
  const { credential = null, receipt = null, statusList = [], keys = [] } = value;
  const { didDocuments = [], didLogs = [] } = value;
  if (!Array.isArray(didDocuments)) return refused(memberRefusal('didDocuments'));
  if (!Array.isArray(didLogs)) return refused(memberRefusal('didLogs'));
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string'))
    return refused(memberRefusal('keys'));
  const statusLists: readonly JsonValue[] = Array.isArray(statusList) ? statusList : [statusList];
  return ok({ kind: 'evidence', credential, receipt, statusLists, keys, didDocuments, didLogs });
}

function memberRefusal(member: string): Refusal {
  return ledgerCatalogue.refuse('LEDGER_FILE_MEMBER', { path: `/${member}`, params: { member } });
}
