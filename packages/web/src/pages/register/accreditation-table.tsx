import { attestationName } from '../../standing/attestation-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Day, When } from '../../ui/when.tsx';
import type { PublicAccreditation } from './accreditations.ts';

/** Who may attest what, from when to when, and who is suspended and why. */
export function AccreditationTable({ rows }: { rows: readonly PublicAccreditation[] }) {
  return (
    <DataTable
      caption="Accredited attesters"
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p>No agency here has accredited an attester.</p>}
      columns={[
        { header: 'Attester', cell: ({ name }) => name },
        { header: 'Attests', cell: ({ credentialType }) => attestationName(credentialType) },
        { header: 'From', cell: ({ from }) => <Day date={from} /> },
        { header: 'Until', cell: ({ until }) => (until ? <Day date={until} /> : 'no end given') },
        {
          header: 'State',
          cell: ({ suspendedSince }) =>
            suspendedSince ? (
              <>
                <span className="pill pill--bad">Suspended</span> since <When at={suspendedSince} />
              </>
            ) : (
              <span className="pill pill--good">In force</span>
            ),
        },
        { header: 'Reason', cell: ({ reason }) => reason },
      ]}
    />
  );
}
