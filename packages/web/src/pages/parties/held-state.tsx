import type { AttestationView } from '@portolan/contract';

const STATES: Record<AttestationView['state'], { words: string; tone: string }> = {
  held: { words: 'In force', tone: 'good' },
  revoked: { words: 'Revoked', tone: 'bad' },
  suspended: { words: 'Suspended', tone: 'wait' },
  unsound: { words: 'Proves nothing', tone: 'bad' },
};

/** The state of an attestation in a list. */
export function HeldState({ state }: Pick<AttestationView, 'state'>) {
  return <span className={`pill pill--${STATES[state].tone}`}>{STATES[state].words}</span>;
}
