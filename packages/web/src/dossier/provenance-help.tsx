import { Icon } from '../ui/icon.tsx';
import { provenanceWords } from './provenance-words.ts';

/** The five signs of where a value comes from, explained. */
export function ProvenanceHelp() {
  return (
    <dl className="definitions">
      {Object.entries(provenanceWords).map(([name, words]) => (
        <div key={name}>
          <dt className={`fact--${name}`}>
            <Icon name={words.icon} /> {words.label}
          </dt>
          <dd className="plain">{words.explain}</dd>
        </div>
      ))}
    </dl>
  );
}
