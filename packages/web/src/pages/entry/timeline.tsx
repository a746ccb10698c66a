import type { TimelineEvent } from '@portolan/contract';
import { Link } from 'react-router';
import { LongId } from '../../ui/long-id.tsx';
import { When } from '../../ui/when.tsx';

/** Everything that happened to the entry, in order, each with its time and who did it. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  if (events.length === 0) return <p className="empty">Nothing happened yet.</p>;
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li key={`${event.at}${event.kind}${event.title}`}>
          <p>
            <strong>{event.href ? <Link to={event.href}>{event.title}</Link> : event.title}</strong>
            {event.by && <> by {event.by.name}</>}
          </p>
          <p className="muted small">
            <When at={event.at} />
          </p>
          {event.detail && <p>{event.detail}</p>}
          {event.digest && <LongId value={event.digest} label={`digest of ${event.title}`} />}
        </li>
      ))}
    </ol>
  );
}
