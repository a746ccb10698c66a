import type { DecisionView } from '@portolan/contract';
import { Definitions } from '../../ui/definitions.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';

const OUTCOMES: Record<DecisionView['outcome'], string> = {
  accept: 'Accepted',
  refer: 'Referred to an officer',
  refuse: 'Refused',
};

type Beside = NonNullable<DecisionView['beside']>[number];

/** What a further program was asked with, and its answer. */
function besideItems({ program, ruleVersion, outcome, evaluation, reference }: Beside) {
  return [
    [`Program ${program}`, `rules ${ruleVersion}: ${OUTCOMES[outcome].toLowerCase()}`],
    [
      `Answer of ${program}`,
      <LongId key={evaluation} value={evaluation} label={`digest of the answer of ${program}`} />,
    ],
    [
      `Facts of ${program}`,
      <LongId key={reference} value={reference} label={`digest of the facts of ${program}`} />,
    ],
  ] as const;
}

function Decision({ decision }: { decision: DecisionView }) {
  return (
    <li>
      <p>
        <strong>{OUTCOMES[decision.outcome]}</strong> by {decision.by}, <When at={decision.decidedAt} />
      </p>
      <p>{decision.reason}</p>
      <details>
        <summary>What the decision rests on</summary>
        <Definitions
          items={[
            ['Rules', decision.ruleVersion],
            ...(decision.beside ?? []).flatMap(besideItems),
            ['Decision', <LongId key="decision" value={decision.digest} label="digest of the decision" />],
            [
              'Evidence',
              <LongId key="evidence" value={decision.evidenceDigest} label="digest of the evidence" />,
            ],
            [
              'Observations',
              <LongId key="seen" value={decision.observationsDigest} label="digest of the observations" />,
            ],
            [
              'Reference data',
              <LongId key="facts" value={decision.referenceDigest} label="digest of the reference data" />,
            ],
          ]}
        />
      </details>
    </li>
  );
}

/** The signed decisions on an entry, the newest first, each with its reason. */
export function Decisions({ decisions }: { decisions: readonly DecisionView[] }) {
  return (
    <Section title="Decisions">
      {decisions.length === 0 ? (
        <p className="empty">Not decided yet.</p>
      ) : (
        <ul className="evidence-list">
          {decisions.map((decision) => (
            <Decision key={decision.digest} decision={decision} />
          ))}
        </ul>
      )}
    </Section>
  );
}
