import type { ReceivedCredential, ReceivedDetail } from '@portolan/contract';
import { readableClaims, recognizedType } from '@portolan/documents';
import type { JsonValue } from '@portolan/kernel';
import type { ReceivedRow } from './store.ts';

/** A received credential in the words of its vocabulary. */
export function receivedView(row: ReceivedRow): ReceivedCredential {
  const known = recognizedType([row.type]);
  return {
    ...{ digest: row.digest, type: row.type, title: row.title, issuer: row.issuer, form: row.form },
    ...{
      label: known?.label ?? row.type,
      vocabulary: known?.vocabulary ?? '',
      group: known?.group ?? 'other',
    },
    ...{ verified: row.verified, receivedAt: row.received_at },
    cases: row.cases.map(({ caseId, title, entryNumber, reason }) => ({
      ...{ caseId, title, reason },
      ...(entryNumber === null ? {} : { entryNumber }),
    })),
  };
}

/** The same with every claim, and why it holds or does not. */
export function receivedDetail(row: ReceivedRow): ReceivedDetail {
  const {
    form: _form,
    proofs: _proofs,
    statusNotes: _notes,
    credential: disclosed,
    ...verdict
  } = row.verdict;
  const subject = (disclosed?.credentialSubject ?? {}) as JsonValue;
  return {
    ...receivedView(row),
    verdict,
    claims: readableClaims(subject).map(({ pointer, place, value }) => ({
      pointer,
      place: [...place],
      value,
    })),
    credential: { ...row.credential },
  };
}
