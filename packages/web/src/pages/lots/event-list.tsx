import type { LedgerEvent } from '@portolan/contract';
import type { Refusal } from '@portolan/kernel';
import { Link } from 'react-router';
import { When } from '../../ui/when.tsx';
import { faultWords } from '../../ui/words.ts';
import { LotLinks } from './lot-link.tsx';
import { eventAddress, kindWords, stateWords } from './words.ts';

const TONES: Record<string, string> = {
  refused: 'bad',
  waiting: 'wait',
  superseded: 'info',
  accepted: 'good',
};

export function StatePill({ state }: Pick<LedgerEvent, 'state'>) {
  return <span className={`pill pill--${TONES[state]}`}>{stateWords(state)}</span>;
}

/** Why something does not count, and how to mend it. */
export function Reasons({ refusals }: { refusals: readonly Refusal[] }) {
  return refusals.map((refusal) => (
    <div key={`${refusal.code}${refusal.path}${refusal.message}`}>
      <p className="finding-message">{refusal.message}</p>
      <p>{refusal.mend}</p>
      <p className="small muted">
        {faultWords(refusal.fault)} · <code>{refusal.code}</code>
        {refusal.path && (
          <>
            {' '}
            · <code>{refusal.path}</code>
          </>
        )}
      </p>
    </div>
  ));
}

/** Events that do not count, each with why and what mends it. */
export function EventList({ events }: { events: readonly LedgerEvent[] }) {
  return (
    <ul className="findings">
      {events.map(({ event, kind, at, by, state, lots, refusals }) => (
        <li key={event} className={`finding finding--${state === 'refused' ? 'refuse' : 'warn'}`}>
          <p className="row">
            <StatePill state={state} />
            <Link to={eventAddress(event)}>
              {kindWords(kind)} by {by.name}
            </Link>
            <When at={at} />
          </p>
          <Reasons refusals={refusals} />
          <LotLinks lots={lots} />
        </li>
      ))}
    </ul>
  );
}
