import type { Refusal } from '@portolan/kernel';
import { useEffect, useRef } from 'react';
import { fieldId } from '../format/identifiers.ts';
import { focusField } from './focus-field.ts';
import { faultWords } from './words.ts';

function RefusalItem({ refusal }: { refusal: Refusal }) {
  return (
    <li>
      {refusal.path === '' ? (
        <strong>{refusal.message}</strong>
      ) : (
        <a
          href={`#${fieldId(refusal.path)}`}
          onClick={(event) => {
            event.preventDefault();
            focusField(refusal.path);
          }}
        >
          {refusal.message}
        </a>
      )}
      <span className="mend">{refusal.mend}</span>
      <span className="muted small">
        {faultWords(refusal.fault)} · <code>{refusal.code}</code>
        {refusal.cite && <> · {refusal.cite}</>}
      </span>
    </li>
  );
}

/** What was refused and how to mend it, first on the page and in focus, each reason linked to its field. */
export function ErrorSummary({ title, refusals }: { title: string; refusals: readonly Refusal[] }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus returns to the summary for each new list
  useEffect(() => box.current?.focus(), [refusals]);
  if (refusals.length === 0) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <h2>{title}</h2>
      <ul>
        {refusals.map((refusal) => (
          <RefusalItem key={`${refusal.code}${refusal.path}${refusal.message}`} refusal={refusal} />
        ))}
      </ul>
    </div>
  );
}
