import type { ProvenanceMap } from '@portolan/filing';
import { Icon } from '../ui/icon.tsx';
import { provenanceWords } from './provenance-words.ts';

/** The five signs of where a value comes from, each with how many values of this dossier carry it. */
export function ProvenanceLegend({ provenance }: { provenance: ProvenanceMap }) {
  const classes = Object.values(provenance).map((source) => source.class);
  return (
    <ul className="legend" aria-label="Where the values come from">
      {(Object.keys(provenanceWords) as (keyof typeof provenanceWords)[]).map((name) => {
        const count = classes.filter((found) => found === name).length;
        return (
          <li key={name} className={`legend-item fact--${name}`}>
            <Icon name={provenanceWords[name].icon} />
            {provenanceWords[name].label} <b>{count}</b>
          </li>
        );
      })}
    </ul>
  );
}
