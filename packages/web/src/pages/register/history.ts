import type { AttestationView } from '@portolan/contract';
import { attestationName } from '../../standing/attestation-words.ts';

/** Something that happened to what an organization made public. */
export interface HistoryEvent {
  key: string;
  /** Instant, or calendar date of a last day. */
  at: string;
  words: string;
}

/** What was signed, by whom, and when it ends or ended: newest first. */
export function historyOf(attestations: readonly AttestationView[]): HistoryEvent[] {
  const events = attestations.flatMap(({ digest, type, issuerName, signedAt, until }): HistoryEvent[] => {
    const what = attestationName(type);
    return [
      { key: `${digest} signed`, at: signedAt, words: `${what} signed by ${issuerName}` },
      ...(until
        ? [{ key: `${digest} until`, at: until, words: `Last day of: ${what} of ${issuerName}` }]
        : []),
    ];
  });
  return events.sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
}
