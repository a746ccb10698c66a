import type { Standing } from '@portolan/parties';
import { Day } from '../ui/when.tsx';
import { evidenceNames } from './evidence-names.ts';
import { levelWords } from './words.ts';

/** What is missing for the next level, each gap with how it is closed. */
export function Gaps({ standing }: { standing: Standing }) {
  const next = standing.levels.find(({ met }) => !met);
  if (!next) return <p className="empty">Nothing is missing: the highest level is reached.</p>;
  return (
    <>
      <p>
        For <strong>{levelWords(next.name)}</strong>: {next.meaning}
      </p>
      <ol>
        {standing.wouldRaise.map(({ code, message, mend }) => (
          <li key={code + message}>
            {message} <strong>{mend}</strong>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What would lower the standing if nobody does anything. */
export function Risks({ standing }: { standing: Standing }) {
  const nameOf = evidenceNames(standing);
  if (standing.wouldLower.length === 0)
    return <p className="muted">No date is near, and no single attestation carries the standing alone.</p>;
  return (
    <ul>
      {standing.wouldLower.map(({ on, level, because }) => (
        <li key={`${on}${level}${because.join()}`}>
          {on ? (
            <>
              On <Day date={on} /> it falls to “{levelWords(level)}”, when these have run out:{' '}
            </>
          ) : (
            <>It would fall to “{levelWords(level)}” without: </>
          )}
          {because.map(nameOf).join('; ')}
        </li>
      ))}
    </ul>
  );
}
