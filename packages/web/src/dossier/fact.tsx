import type { ReactNode } from 'react';
import { fieldId } from '../format/identifiers.ts';
import { Icon } from '../ui/icon.tsx';
import { useDossier } from './dossier-context.tsx';
import { provenanceAt } from './provenance-at.ts';
import { provenanceWords } from './provenance-words.ts';

/** The worst finding on a field, said beside the value. */
function FindingMark({ pointer }: { pointer: string }) {
  const { findings } = useDossier();
  const here = findings.filter((finding) => finding.path === pointer);
  const worst = (['refuse', 'refer', 'warn'] as const).find((severity) =>
    here.some((finding) => finding.severity === severity),
  );
  if (!worst) return null;
  return (
    <span className={`fact-mark fact-mark--${worst}`}>
      <Icon name={worst} />
      <span className="usa-sr-only">{`, ${here.length === 1 ? 'a finding' : `${here.length} findings`}`}</span>
    </span>
  );
}

/** One value of the dossier: pressing it opens where it comes from, its verification and its receipt. */
export function Fact({ pointer, label, children }: { pointer: string; label: string; children: ReactNode }) {
  const { provenance, selected, select } = useDossier();
  const source = provenanceAt(provenance, pointer);
  if (!source)
    return (
      <span className="fact-plain" id={fieldId(pointer)} tabIndex={-1}>
        {children}
        <FindingMark pointer={pointer} />
      </span>
    );
  const words = provenanceWords[source.class];
  return (
    <button
      type="button"
      id={fieldId(pointer)}
      className={`fact fact--${source.class}`}
      aria-expanded={selected === pointer}
      aria-controls="provenance"
      onClick={() => select(selected === pointer ? undefined : pointer)}
    >
      <span className="usa-sr-only">{`${label}: `}</span>
      {children}
      <Icon name={words.icon} />
      <span className="usa-sr-only">{`, ${words.label}`}</span>
      <FindingMark pointer={pointer} />
    </button>
  );
}

/** A value of the dossier, or the words for its absence. */
export function Value(props: { pointer: string; label: string; value: ReactNode | undefined }) {
  if (props.value === undefined || props.value === '')
    return (
      <span className="muted" id={fieldId(props.pointer)} tabIndex={-1}>
        not given
        <FindingMark pointer={props.pointer} />
      </span>
    );
  return (
    <Fact pointer={props.pointer} label={props.label}>
      {props.value}
    </Fact>
  );
}
