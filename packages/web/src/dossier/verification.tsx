import type { Fragment, Verdict } from '@portolan/credentials';
import { Icon, type IconName } from '../ui/icon.tsx';
import { When } from '../ui/when.tsx';

const QUESTIONS: Record<Fragment['name'], string> = {
  integrity: 'Unaltered since it was signed',
  issuer: 'Signed with the issuer’s key',
  accreditation: 'Issuer accredited for this kind of document',
  status: 'Neither revoked nor suspended',
  dates: 'Within its dates',
  schema: 'Of the published shape',
};

const OUTCOMES: Record<Fragment['outcome'], { words: string; icon: IconName; tone: string }> = {
  passed: { words: 'Yes', icon: 'passed', tone: 'good' },
  failed: { words: 'No', icon: 'failed', tone: 'bad' },
  undetermined: { words: 'Not determined', icon: 'unknown', tone: 'wait' },
  'not-applicable': { words: 'Not applicable', icon: 'none', tone: 'none' },
};

const SIGNING_TIME: Record<Verdict['signedAt']['source'], string> = {
  log: 'by the earliest receipt of a trusted log',
  witness: 'by a witness’s cosignature',
  'first-receipt': 'by this node’s first receipt of it',
};

const CUSTODY: Record<Verdict['custody'], string> = {
  member: 'The key is held by the member itself.',
  node: 'The key is held by a node for its tenant.',
  unknown: 'Who holds the key is not known.',
};

function FragmentItem({ fragment }: { fragment: Fragment }) {
  const outcome = OUTCOMES[fragment.outcome];
  return (
    <li>
      <span className={`pill pill--${outcome.tone}`}>
        <Icon name={outcome.icon} />
        {outcome.words}
      </span>
      <div>
        <strong>{QUESTIONS[fragment.name]}</strong>
        <span className="muted small">{fragment.reason}</span>
        {fragment.refusals.map((refusal) => (
          <span key={refusal.code + refusal.path} className="small">
            {refusal.mend} <code>{refusal.code}</code>
          </span>
        ))}
      </div>
    </li>
  );
}

/** The verdict on a signature, question by question, with the reason for each answer. */
export function Verification({ verdict }: { verdict: Verdict }) {
  return (
    <div className="stack-tight">
      <p className={`verdict ${verdict.verified ? 'verdict--good' : 'verdict--bad'}`}>
        <Icon name={verdict.verified ? 'passed' : 'failed'} />
        {verdict.verified ? 'Verified' : 'Not verified'}
      </p>
      <ul className="fragments">
        {verdict.fragments.map((fragment) => (
          <FragmentItem key={fragment.name} fragment={fragment} />
        ))}
      </ul>
      <p className="small muted">
        Signing time <When at={verdict.signedAt.instant} />, {SIGNING_TIME[verdict.signedAt.source]}.{' '}
        {CUSTODY[verdict.custody]}
      </p>
    </div>
  );
}
