import type { MatchFinding } from '@portolan/contract';
import { DataTable } from '../../ui/data-table.tsx';

const severities = {
  refer: ['bad', 'To decide'],
  warn: ['wait', 'To look at'],
  info: ['info', 'Good to know'],
} as const;

/** What the papers of an order say differently, gravest first. */
export function Findings({ findings }: { findings: readonly MatchFinding[] }) {
  return (
    <DataTable
      caption="Findings, the gravest first"
      captionHidden
      rows={findings}
      rowKey={(finding) => `${finding.kind} ${finding.message}`}
      empty={<p>Order, invoice, packing and transport agree within the tolerances.</p>}
      columns={[
        {
          header: 'Weight',
          cell: ({ severity }) => {
            const [tone, words] = severities[severity];
            return <span className={`pill pill--${tone}`}>{words}</span>;
          },
        },
        { header: 'Line', cell: ({ line }) => line ?? 'whole' },
        { header: 'What', cell: ({ message }) => message },
        { header: 'What to do', cell: ({ mend }) => mend },
      ]}
    />
  );
}
