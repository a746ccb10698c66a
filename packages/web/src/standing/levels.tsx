import type { LevelPart, LevelResult, Standing } from '@portolan/parties';
import { DataTable } from '../ui/data-table.tsx';
import { Icon } from '../ui/icon.tsx';
import { evidenceNames } from './evidence-names.ts';
import { askWords, levelWords } from './words.ts';

function Met({ met }: { met: boolean }) {
  return (
    <span className={`pill pill--${met ? 'good' : 'wait'}`}>
      <Icon name={met ? 'passed' : 'failed'} />
      {met ? 'Met' : 'Not met'}
    </span>
  );
}

function By({ part, nameOf }: { part: LevelPart; nameOf: (digest: string) => string }) {
  return (
    <>
      {part.by.length > 0 && (
        <ul className="plain-list">
          {part.by.map((digest) => (
            <li key={digest}>{nameOf(digest)}</li>
          ))}
        </ul>
      )}
      {part.missing && (
        <span>
          {part.missing.message} <span className="muted">{part.missing.mend}</span>
        </span>
      )}
      {part.by.length === 0 && !part.missing && <span className="muted">needs no attestation</span>}
    </>
  );
}

function LevelTable({ level, nameOf }: { level: LevelResult; nameOf: (digest: string) => string }) {
  const rows = level.parts.map((part, index) => ({ part, key: `${index}` }));
  return (
    <div className="level">
      <h3 className="row">
        {levelWords(level.name)} <Met met={level.met} />
      </h3>
      <p className="muted">{level.meaning}</p>
      <DataTable
        caption={`What “${level.name}” asks for`}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        empty={<p>Nothing is asked for.</p>}
        columns={[
          { header: 'Asked', cell: ({ part }) => askWords[part.asks] },
          { header: 'Needed', cell: ({ part }) => part.need || 'nothing' },
          { header: 'There is', cell: ({ part }) => part.have || 'nothing' },
          { header: 'Met', cell: ({ part }) => <Met met={part.met} /> },
          { header: 'By', cell: ({ part }) => <By part={part} nameOf={nameOf} /> },
        ]}
      />
    </div>
  );
}

/** Every level of the policy, part by part: what is asked, what is there, by whose word, what is missing. */
export function Levels({ standing }: { standing: Standing }) {
  const nameOf = evidenceNames(standing);
  if (standing.levels.length === 0) return <p className="empty">The policy rules no level for this role.</p>;
  return (
    <>
      {standing.levels.map((level) => (
        <LevelTable key={level.name} level={level} nameOf={nameOf} />
      ))}
    </>
  );
}
