import type { Standing, StandingFinding } from '@portolan/parties';
import { Icon } from '../ui/icon.tsx';
import { faultWords } from '../ui/words.ts';
import { evidenceNames } from './evidence-names.ts';
import { PictureWithTable } from './picture/picture-with-table.tsx';
import { outcomesOf } from './picture/whole.ts';
import { weighsWords } from './words.ts';

const ORDER = ['bars', 'discounts', 'warns', 'informs'];
const TONES: Record<StandingFinding['weighs'], string> = {
  bars: 'refuse',
  discounts: 'refer',
  warns: 'warn',
  informs: 'info',
};

function Finding({ finding, standing }: { finding: StandingFinding; standing: Standing }) {
  const { words, tone, icon } = weighsWords[finding.weighs];
  const { reason, evidence, picture } = finding;
  const nameOf = evidenceNames(standing);
  return (
    <li className={`finding finding--${TONES[finding.weighs]}`}>
      <p className="row">
        <span className={`pill pill--${tone}`}>
          <Icon name={icon} />
          {words}
        </span>
      </p>
      <p className="finding-message">{reason.message}</p>
      <p>{reason.mend}</p>
      {evidence.length > 0 && <p className="small">Rests on: {evidence.map(nameOf).join('; ')}</p>}
      {picture && picture.edges.length > 0 && (
        <details className="more">
          <summary>Picture of it</summary>
          <PictureWithTable
            picture={picture}
            focus={standing.subject}
            outcomes={outcomesOf(standing)}
            caption={reason.message}
          />
        </details>
      )}
      <p className="small muted">
        {faultWords(reason.fault)} · <code>{reason.code}</code>
        {reason.cite && <> · {reason.cite}</>}
      </p>
    </li>
  );
}

/** What was seen about a party and those who attest, worst first, each with the part of the graph that shows it. */
export function StandingFindings({ standing }: { standing: Standing }) {
  if (standing.findings.length === 0)
    return <p className="empty">No conflict, no ring, no common owner and no look-alike name was found.</p>;
  const sorted = standing.findings.toSorted((a, b) => ORDER.indexOf(a.weighs) - ORDER.indexOf(b.weighs));
  return (
    <ul className="findings">
      {sorted.map((finding) => (
        <Finding key={finding.reason.code + finding.reason.message} finding={finding} standing={standing} />
      ))}
    </ul>
  );
}
