import type { AttestationView } from '@portolan/contract';
import type { OversightAct } from '@portolan/parties';
import { actWords } from '../../standing/act-words.ts';
import { attestationName } from '../../standing/attestation-words.ts';

/** Something that happened to what an organization made public. */
export interface HistoryEvent {
  key: string;
  /** Instant, or calendar date of a last day. */
  at: string;
  words: string;
}

/** What was signed, by whom, when it ends or ended, and what an agency did in public: newest first. */
export function historyOf(
  attestations: readonly AttestationView[],
  acts: readonly OversightAct[] = [],
): HistoryEvent[] {
  const events = attestations.flatMap(({ digest, type, issuerName, signedAt, until }): HistoryEvent[] => {
    const what = attestationName(type);
    return [
      { key: `${digest} signed`, at: signedAt, words: `${what} signed by ${issuerName}` },
      ...(until
        ? [{ key: `${digest} until`, at: until, words: `Last day of: ${what} of ${issuerName}` }]
        : []),
    ];
  });
  const done = acts.map((act) => ({
    key: act.id,
    at: act.at,
    words: `${actWords(act)}: ${act.reason} (${act.by})`,
  }));
  return [...events, ...done].sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
}

/** Public acts about one party: what an agency set itself, and what became of it. */
export function actsAbout(did: string, acts: readonly OversightAct[]): OversightAct[] {
  const set = acts.filter((act) => act.act === 'override' && act.subject === did);
  const ids = new Set(set.map(({ id }) => id));
  return [...set, ...acts.filter((act) => act.act === 'lift-override' && ids.has(act.override))];
}
