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

function malformed(path: string, detail: string) {
  return refused(credentialsCatalogue.refuse('CRED_STATUS_FORM', { path, params: { detail } }));
}
