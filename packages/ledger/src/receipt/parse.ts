import {
  fromBase64,
  fromBase64Url,
  isRecord,
  ok,
  parseInstant,
  type Result,
  refused,
} from '@portolan/kernel';
import Value from 'typebox/value';
import { ledgerCatalogue } from '../catalogue.ts';
import { type Receipt, ReceiptSchema } from './receipt.ts';
import { SALT_LENGTH } from './statement.ts';

/** A receipt with its bytes decoded. */
export interface ParsedReceipt {
  readonly receipt: Receipt;
  readonly salt: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** Reads a receipt of a stranger. Refuses members that are missing, unknown, of another type or not exact. */
export function parseReceipt(value: unknown): Result<ParsedReceipt> {
  if (!isRecord(value)) return malformed('it is not a JSON object', '');
  if (!Value.Check(ReceiptSchema, value)) return malformed(...firstError(value));
  const receipt = value as Receipt;
  const at = parseInstant(receipt.statement.at);
  if (!at.ok || at.value !== receipt.statement.at)
    return malformed('its instant does not exist', '/statement/at');
  const salt = fromBase64Url(receipt.salt);
  if (salt?.length !== SALT_LENGTH) return malformed('its salt is not 16 bytes in base64url', '/salt');
  const path = receipt.inclusion.map(fromBase64);
  const wrong = path.indexOf(undefined);
  if (wrong >= 0) return malformed('a hash of its proof is not exact base64', `/inclusion/${wrong}`);
  return ok({ receipt, salt, path: path as Uint8Array[] });
}

function firstError(value: unknown): [detail: string, path: string] {
  const error = Value.Errors(ReceiptSchema, value)[0];
  return [error?.message ?? 'a member is missing or unknown', error?.instancePath ?? ''];
}

function malformed(detail: string, path: string): Result<ParsedReceipt> {
  return refused(ledgerCatalogue.refuse('LEDGER_RECEIPT_MALFORMED', { path, params: { detail } }));
}
