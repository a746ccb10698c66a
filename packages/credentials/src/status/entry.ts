import { type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';

export const ENTRY_TYPE = 'BitstringStatusListEntry';

export type StatusPurpose = 'revocation' | 'suspension';

/** Where a credential's status stands: which list, which bit, and what the bit means. */
export interface StatusEntry {
  readonly purpose: StatusPurpose;
  readonly list: string;
  readonly index: number;
}

/** Purposes that tell something else than whether the credential holds (Bitstring Status List 1.0, section 2.1). */
export type NotePurpose = 'refresh' | 'message';

/** A field of a list that tells something: a newer edition is out, or a message by number. */
export interface StatusNoteEntry {
  readonly purpose: NotePurpose;
  readonly list: string;
  readonly index: number;
  /** Bits of the field. */
  readonly size: number;
  /** The text of each number the field can hold, for messages. */
  readonly messages: ReadonlyMap<number, string>;
}

/** Widest field that is read. */
const MAX_SIZE = 16;
const INDEX = /^(?:0|[1-9]\d{0,14})$/;
/** Purposes that say nothing about validity (Bitstring Status List 1.0, section 2.1). */
const INFORMATIVE = new Set(['refresh', 'message']);

/** The `credentialStatus` member of a credential for one bit of a list. */
export function statusEntry({ purpose, list, index }: StatusEntry) {
  return {
    id: `${list}#${index}`,
    type: ENTRY_TYPE,
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: list,
  } as const;
}

/**
 * Reads a status entry; undefined for purposes that do not bear on validity. Refuses other status methods, entries of more
 * than one bit and malformed indexes: a status that can't be read must not look like a good one.
 */
export function parseStatusEntry(raw: JsonObject, path = ''): Result<StatusEntry | undefined> {
  const { type, statusPurpose: purpose, statusListIndex: index, statusListCredential: list } = raw;
  if (type !== ENTRY_TYPE) return malformed(`${path}/type`, `its type is not ${ENTRY_TYPE}`);
  if (typeof purpose === 'string' && INFORMATIVE.has(purpose)) return ok(undefined);
  if (purpose !== 'revocation' && purpose !== 'suspension')
    return malformed(`${path}/statusPurpose`, 'its purpose is neither revocation nor suspension');
  if (raw.statusSize !== undefined && raw.statusSize !== 1)
    return malformed(`${path}/statusSize`, 'it has more than one bit');
  if (typeof index !== 'string' || !INDEX.test(index))
    return malformed(`${path}/statusListIndex`, 'its index is not a whole number written as text');
  if (typeof list !== 'string' || list === '')
    return malformed(`${path}/statusListCredential`, 'it names no list');
  return ok({ purpose, list, index: Number(index) });
}

/** The `credentialStatus` member of a credential for a field that tells something (section 2.1, statusSize and statusMessage). */
export function statusNoteEntry({ purpose, list, index, size, messages }: StatusNoteEntry) {
  return {
    id: `${list}#${index}`,
    type: ENTRY_TYPE,
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: list,
    ...(size === 1 ? {} : { statusSize: size }),
    ...(messages.size === 0
      ? {}
      : {
          statusMessage: [...messages].map(([status, message]) => ({
            status: `0x${status.toString(16)}`,
            message,
          })),
        }),
  };
}

/**
 * Reads a status entry that tells something; undefined for entries that decide validity. Refuses malformed indexes and sizes,
 * and messages that do not cover every number of the field (section 2.1, statusMessage).
 */
export function parseStatusNote(raw: JsonObject, path = ''): Result<StatusNoteEntry | undefined> {
  const { type, statusPurpose: purpose, statusListIndex: index, statusListCredential: list } = raw;
  const { statusSize: size = 1 } = raw;
  if (type !== ENTRY_TYPE || (purpose !== 'refresh' && purpose !== 'message')) return ok(undefined);
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 1 || size > MAX_SIZE)
    return malformed(`${path}/statusSize`, `its size is not a number of bits up to ${MAX_SIZE}`);
  if (typeof index !== 'string' || !INDEX.test(index))
    return malformed(`${path}/statusListIndex`, 'its index is not a whole number written as text');
  if (typeof list !== 'string' || list === '')
    return malformed(`${path}/statusListCredential`, 'it names no list');
  const messages = messagesOf(raw.statusMessage);
  if (size > 1 && messages.size !== 2 ** size)
    return malformed(`${path}/statusMessage`, `it does not give ${2 ** size} messages`);
  return ok({ purpose, list, index: Number(index), size, messages });
}

function messagesOf(value: unknown): Map<number, string> {
  const messages = new Map<number, string>();
  for (const item of Array.isArray(value) ? value : []) {
    const { status, message } = (item ?? {}) as { readonly status?: unknown; readonly message?: unknown };
    if (typeof status === 'string' && /^0x[0-9a-f]{1,4}$/i.test(status) && typeof message === 'string')
      messages.set(Number(status), message);
  }
  return messages;
}

function malformed(path: string, detail: string) {
  return refused(credentialsCatalogue.refuse('CRED_STATUS_FORM', { path, params: { detail } }));
}
