import type { EvidenceView } from '@portolan/contract';
import { documentTypeNames, type Evidence } from '@portolan/documents';
import type { JsonObject } from '@portolan/kernel';
import type { PartyNames } from '../entry/parties.ts';
import type { EvidenceRow } from '../store/evidence.ts';
import { noticesOf } from './item.ts';

/** Evidence as the portal shows it. */
export function evidenceView(
  evidence: Evidence,
  row: EvidenceRow,
  parties: PartyNames,
  logIndex?: number,
): EvidenceView {
  const { digest, type, issuer, signedAt, verdict, fileName, origins, document } = evidence;
  const notices = noticesOf(evidence).map(({ message }) => message);
  return {
    digest,
    type,
    title: titleOfDocument(evidence),
    class: evidence.class,
    format: row.format,
    ...(fileName ? { fileName } : {}),
    ...(issuer ? { issuer: parties.ref(issuer), issuerDid: issuer } : {}),
    ...(signedAt ? { signedAt } : {}),
    receivedAt: row.received_at,
    ...(verdict ? { verdict } : {}),
    ...(logIndex === undefined ? {} : { logIndex }),
    document: document as unknown as JsonObject,
    ...(origins ? { origins } : {}),
    ...(notices.length > 0 ? { notices } : {}),
  };
}

/** What a document is called: its kind and its number or name. */
export function titleOfDocument({ type, document }: Evidence): string {
  const name = 'number' in document ? document.number : document.organization.name;
  return `${documentTypeNames[type]} ${name}`;
}
