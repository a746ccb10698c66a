import type { CasePage, Finding } from '@portolan/programs';
import { Button } from '@trussworks/react-uswds';
import { fieldId } from '../format/identifiers.ts';
import { focusField } from '../ui/focus-field.ts';
import { Icon } from '../ui/icon.tsx';
import { faultWords } from '../ui/words.ts';
import { fieldLabel } from './field-label.ts';
import { severityWords } from './finding-words.ts';

const ORDER = ['refuse', 'refer', 'warn', 'info'];

/** A label within a sentence; an abbreviation keeps its capitals. */
function withoutCapital(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** Where a finding stands, in words: `Line 4, spi`. */
export function placeWords(pointer: string): string {
  const line = /^\/lines\/(\d+)(\/.+)?$/.exec(pointer);
  if (!line) return pointer === '' ? 'The whole entry' : fieldLabel(pointer);
  return `Line ${Number(line[1]) + 1}${line[2] ? `, ${withoutCapital(fieldLabel(pointer))}` : ''}`;
}

interface ItemProps {
  finding: Finding;
  /** Title of the further program that found it. */
  program: string | undefined;
  onFix?: (finding: Finding) => void;
}

function FindingItem({ finding, program, onFix }: ItemProps) {
  const words = severityWords[finding.severity];
  return (
    <li className={`finding finding--${finding.severity}`}>
      <p className="row">
        <span className={`pill pill--${words.tone}`}>
          <Icon name={words.icon} />
          {words.label}
        </span>
        <a
          href={`#${fieldId(finding.path)}`}
          onClick={(event) => {
            event.preventDefault();
            focusField(finding.path);
          }}
        >
          {placeWords(finding.path)}
        </a>
      </p>
      <p className="finding-message">{finding.message}</p>
      <p>{finding.mend}</p>
      {onFix && finding.fix && (
        <p>
          <Button type="button" outline className="button-small" onClick={() => onFix(finding)}>
            {finding.fix.label}
          </Button>
        </p>
      )}
      <p className="small muted">
        {faultWords(finding.fault)} · <code>{finding.code}</code>
        {finding.cite && <> · {finding.cite}</>}
        {program && <> · {program}</>}
      </p>
    </li>
  );
}

function titleOf({ program }: Finding, pages: readonly CasePage[] = []): string | undefined {
  return pages.find((page) => page.program === program)?.title ?? program;
}

interface FindingsProps {
  findings: readonly Finding[];
  onFix?: (finding: Finding) => void;
  /** Pages of the programs that apply: by their titles findings say which program made them. */
  pages?: readonly CasePage[] | undefined;
}

/** What the rules found, worst first, each with its mend and, on a draft, the mend as one gesture. */
export function Findings(props: FindingsProps) {
  if (props.findings.length === 0)
    return <p className="empty">The rules found nothing to mend or to ask about.</p>;
  const sorted = [...props.findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return (
    <ul className="findings">
      {sorted.map((finding) => (
        <FindingItem
          key={`${finding.code}${finding.path}${finding.message}`}
          finding={finding}
          program={titleOf(finding, props.pages)}
          {...(props.onFix ? { onFix: props.onFix } : {})}
        />
      ))}
    </ul>
  );
}
