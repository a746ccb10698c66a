import type { Refusal } from '@portolan/kernel';
import { faultWords } from '../ui/words.ts';

/** Reasons, each with what mends it, who can, and the source of the rule. */
export function Reasons({ reasons }: { reasons: readonly Refusal[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul className="plain-list stack-tight">
      {reasons.map(({ code, path, message, mend, fault, cite }) => (
        <li key={`${code}${path}${message}`}>
          {message} <span className="muted">{mend}</span>
          <span className="small muted">
            {' '}
            {faultWords(fault)} · <code>{code}</code>
            {cite && <> · {cite}</>}
          </span>
        </li>
      ))}
    </ul>
  );
}
