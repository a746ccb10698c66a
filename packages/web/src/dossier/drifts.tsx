import type { EvidenceView } from '@portolan/contract';
import type { Drift, DriftSide } from '@portolan/documents';
import { Section } from '../ui/page.tsx';
import { severityWords } from './finding-words.ts';

function Side({ side, evidence }: { side: DriftSide; evidence: readonly EvidenceView[] }) {
  const title = evidence.find((item) => item.digest === side.digest)?.title ?? 'document';
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {side.value} <code className="muted">{side.pointer}</code>
      </dd>
    </div>
  );
}

/** Facts that two documents say differently, both values side by side. */
export function Drifts(props: { drifts: readonly Drift[]; evidence: readonly EvidenceView[] }) {
  if (props.drifts.length === 0) return null;
  return (
    <Section title="Where documents differ" id="drifts">
      <ul className="findings">
        {props.drifts.map((drift) => (
          <li key={`${drift.kind}${drift.left.pointer}${drift.right.pointer}`} className="finding">
            <p>
              <span className={`pill pill--${severityWords[drift.severity].tone}`}>
                {severityWords[drift.severity].label}
              </span>
            </p>
            <p className="finding-message">{drift.message}</p>
            <dl className="definitions">
              <Side side={drift.left} evidence={props.evidence} />
              <Side side={drift.right} evidence={props.evidence} />
            </dl>
            <p>{drift.mend}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
