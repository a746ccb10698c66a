import { isRecord, type JsonValue, ok, type Result, refused } from '@portolan/kernel';
import { vcApiCatalogue } from '../catalogue.ts';
import { type StatusSize, statusSizes } from './bits.ts';

export const statusPurposes = ['revocation', 'suspension', 'refresh', 'message'] as const;
export type VcStatusPurpose = (typeof statusPurposes)[number];

/** What one value of an entry means. */
export interface StatusMessage {
  readonly status: string;
  readonly message: string;
}

/** One status entry that a credential is to have. */
export interface WantedEntry {
  readonly purpose: VcStatusPurpose;
  readonly size: StatusSize;
  readonly messages?: readonly StatusMessage[];
  readonly reference?: JsonValue;
}

/** Every credential can be revoked and suspended, unless it is asked for otherwise. */
const USUAL: readonly WantedEntry[] = [
  { purpose: 'revocation', size: 1 },
  { purpose: 'suspension', size: 1 },
];

/**
 * The status entries that a request asks for: `options.credentialStatus`, one object or a list, each with a statusPurpose and
 * for messages statusSize and statusMessage; the usual ones when it says nothing, none when it says `false` or an empty list.
 * Refuses unknown purposes, sizes that are not 1, 2, 4 or 8, and messages that are not one for each value.
 */
export function wantedEntries(asked: JsonValue | undefined): Result<readonly WantedEntry[]> {
  if (asked === undefined || asked === true || asked === null) return ok(USUAL);
  if (asked === false) return ok([]);
  const wanted: WantedEntry[] = [];
  for (const raw of [asked].flat() as JsonValue[]) {
    const entry = wantedEntry(raw);
    if (!entry.ok) return entry;
    if (wanted.some(({ purpose }) => purpose === entry.value.purpose))
      return bad(`the purpose ${entry.value.purpose} stands twice`);
    wanted.push(entry.value);
  }
  return ok(wanted);
}

function wantedEntry(raw: JsonValue): Result<WantedEntry> {
  if (!isRecord(raw)) return bad('an entry is not an object');
  const { statusPurpose, statusSize = 1, statusMessage, statusReference } = raw;
  const purpose = statusPurposes.find((known) => known === statusPurpose);
  if (!purpose) return bad('its statusPurpose is not known');
  const size = statusSizes.find((known) => known === statusSize);
  if (!size) return bad('its statusSize is not 1, 2, 4 or 8');
  if (purpose !== 'message')
    return size === 1
      ? ok({ purpose, size, ...referenceOf(statusReference) })
      : bad(`${purpose} has one bit`);
  const messages = readMessages(statusMessage, size);
  return messages.ok
    ? ok({ purpose, size, messages: messages.value, ...referenceOf(statusReference) })
    : messages;
}

function referenceOf(reference: unknown): { readonly reference?: JsonValue } {
  return reference === undefined ? {} : { reference: reference as JsonValue };
}

function readMessages(value: unknown, size: StatusSize): Result<StatusMessage[]> {
  const count = 2 ** size;
  if (!Array.isArray(value) || value.length !== count)
    return bad(`its statusMessage has not ${count} elements`);
  const messages: StatusMessage[] = [];
  for (const [index, item] of value.entries()) {
    if (!isRecord(item) || typeof item.message !== 'string' || item.message.length > 1000)
      return bad('an element of statusMessage has no message');
    if (typeof item.status !== 'string' || Number.parseInt(item.status, 16) !== index)
      return bad('the elements of statusMessage are not one for each value, in order, as 0x0, 0x1 and so on');
    messages.push({ status: item.status, message: item.message });
  }
  return ok(messages);
}

function bad(reason: string): Result<never> {
  return refused(
    vcApiCatalogue.refuse('NODE_VC_STATUS_ENTRY', { path: '/options/credentialStatus', params: { reason } }),
  );
}
