import { type Instant, isRecord, type JsonObject, type Refusal } from '@portolan/kernel';
import { readStatusValue } from '../../status/bitstring.ts';
import { ENTRY_TYPE, parseStatusNote } from '../../status/entry.ts';
import { failed, notApplicable } from '../../verify/fragment.ts';
import { checkStatus } from '../../verify/status.ts';
import type { Fragment } from '../../verify/verdict.ts';
import type { FormTrust, StatusNote } from '../trust.ts';

export interface StatusJudgement {
  readonly fragment: Fragment;
  readonly notes: readonly StatusNote[];
}

/**
 * Status, as the house judges it, and beside it what the lists tell: a newer edition, a message. Where unknown status is
 * tolerated, methods unknown here and lists that are not at hand do not count.
 */
export function judgeStatus(credential: JsonObject, issuer: string, trust: FormTrust): StatusJudgement {
  const tolerant = trust.tolerate?.includes('unknown-status') ?? false;
  const entries = listOf(credential.credentialStatus).filter(
    (entry) => !tolerant || (entry.type === ENTRY_TYPE && entry.statusListCredential !== undefined),
  );
  const statusList = trust.statusList ?? (() => undefined);
  const decided = checkStatus({ credentialStatus: entries as never }, issuer, { at: trust.at, statusList });
  const { notes, refusals } = readNotes(entries, issuer, trust);
  if (refusals.length > 0) return { fragment: failed('status', [...decided.refusals, ...refusals]), notes };
  const open = decided.outcome === 'undetermined' && tolerant;
  return {
    fragment: open ? notApplicable('status', `Not judged: ${decided.reason}`) : decided,
    notes,
  };
}

function readNotes(entries: readonly JsonObject[], issuer: string, trust: FormTrust) {
  const notes: StatusNote[] = [];
  const refusals: Refusal[] = [];
  for (const [position, raw] of entries.entries()) {
    const path = `/credentialStatus/${position}`;
    const entry = parseStatusNote(raw, path);
    if (!entry.ok) refusals.push(...entry.refusals);
    if (!entry.ok || !entry.value) continue;
    const { purpose, list, index, size, messages } = entry.value;
    const snapshot = trust.statusList?.(list);
    // What another issuer's list tells, or an old one, is nothing (Bitstring Status List 1.0, section 3.2).
    if (
      !snapshot ||
      snapshot.issuer !== issuer ||
      !snapshot.purposes.includes(purpose) ||
      !fresh(snapshot, trust.at)
    )
      continue;
    const value = readStatusValue(snapshot.bits, index, size, path);
    if (!value.ok) refusals.push(...value.refusals);
    else notes.push({ purpose, list, index, value: value.value, ...messageOf(messages, value.value) });
  }
  return { notes, refusals };
}

function messageOf(messages: ReadonlyMap<number, string>, value: number) {
  const message = messages.get(value);
  return message === undefined ? {} : { message };
}

function fresh({ freshUntil }: { readonly freshUntil?: Instant }, at: Instant): boolean {
  return freshUntil !== undefined && at <= freshUntil;
}

function listOf(status: unknown): JsonObject[] {
  return [status ?? []].flat().filter((entry) => isRecord(entry)) as JsonObject[];
}
