import type { Draft } from '@portolan/contract';
import { Notice } from '../../ui/notice.tsx';

/** What stands in the way of filing beside open questions and findings, each with its mend. */
export function Obstacles({ refusals }: { refusals: Draft['obstacles'] }) {
  if (refusals.length === 0) return null;
  return (
    <Notice tone="bad">
      <p>
        <strong>In the way of filing:</strong>
      </p>
      <ul>
        {refusals.map((refusal) => (
          <li key={refusal.code + refusal.path}>
            {refusal.message} {refusal.mend} <code>{refusal.code}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
