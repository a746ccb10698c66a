import type { PipelineMonth } from '@portolan/contract';
import { Link } from 'react-router';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { Pill } from './pill.tsx';

/** Credentials of public vocabularies that speak of this line or its batches; shown as they say, and not counted. */
export function ReceivedSection({ received }: Pick<PipelineMonth, 'received'>) {
  if (received.length === 0) return null;
  return (
    <Section title="Received from other systems" id="received">
      <DataTable
        caption="Credentials of a public vocabulary, by what belongs here"
        rows={received}
        rowKey={({ digest }) => digest}
        empty={null}
        columns={[
          {
            header: 'Credential',
            cell: ({ digest, label }) => <Link to={`/received/${encodeURIComponent(digest)}`}>{label}</Link>,
          },
          { header: 'Belongs here by', cell: ({ by }) => by },
          {
            header: 'Signature',
            cell: ({ verified }) => (
              <Pill state={verified ? ['good', 'Verified'] : ['wait', 'Not fully verified']} />
            ),
          },
          {
            header: 'Says',
            cell: ({ figures }) =>
              figures.map(({ name, unit, value }) => `${name} ${value} ${unit}`).join('; '),
          },
          {
            header: 'What cannot be',
            cell: ({ findings }) => findings.map(({ message }) => message).join(' ') || 'nothing found',
          },
        ]}
      />
    </Section>
  );
}
