import type { NoticeProposal } from '@portolan/contract';
import type { Refusal } from '@portolan/kernel';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { Refused } from '../../api/client.ts';
import { upload } from '../../api/upload.ts';
import { counted, groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useSign } from '../mill/use-sign.ts';
import { monthWords } from './words.ts';

interface Read {
  proposals: NoticeProposal[];
  refused: { file: string; row?: number; column?: string; refusal: Refusal }[];
  notices: Refusal[];
}

function Proposal({
  proposal,
  onSign,
  busy,
}: {
  proposal: NoticeProposal;
  onSign: () => void;
  busy: boolean;
}) {
  const { document, file } = proposal;
  return (
    <Section title={`${document.number}, ${monthWords(document.month)}`}>
      <p>
        From {file}, {counted(proposal.rows.length, 'row')}, for the line {document.line}.
      </p>
      <DataTable
        caption="Batches as they will be signed"
        rows={document.batches}
        rowKey={({ batch, shipper }) => `${batch} ${shipper.did}`}
        empty={<p>No batch.</p>}
        columns={[
          { header: 'Batch', cell: ({ batch }) => batch },
          { header: 'Shipper', cell: ({ shipper }) => shipper.name },
          { header: 'Liquid', cell: ({ commodity }) => commodity },
          { header: 'Origin', cell: ({ originCountry }) => originCountry ?? 'not said' },
          {
            header: 'Volume',
            numeric: true,
            cell: ({ volume: { base, unit, value } }) => `${groupDigits(value)} ${unit} at ${base}`,
          },
          { header: 'From', cell: ({ receipt }) => receipt },
          { header: 'To', cell: ({ delivery }) => delivery },
        ]}
      />
      <Button type="button" disabled={busy} onClick={onSign}>
        Sign
      </Button>
    </Section>
  );
}

/** Notices of shipment from the spreadsheet that they are kept in: read, shown, and signed as they stand. */
export function Component() {
  const signing = useSign();
  const [read, setRead] = useState<Read>();
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const take = async (files: File[]) => {
    const form = new FormData();
    for (const file of files) form.append('file', file, file.name);
    setRefusals([]);
    try {
      setRead(await upload<Read>('/api/pipelines/notices', form, () => undefined));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefusals(error.refusals);
    }
  };
  return (
    <Page
      title="Notices of shipment from a spreadsheet"
      lead="Nothing is stored before you sign."
      trail={[{ to: '/pipelines', label: 'Pipelines' }]}
    >
      <Dropzone
        hint="CSV or XLSX, a row for each batch, such as: batch, shipper, commodity, volume, unit, base, receipt, delivery, month."
        onFiles={take}
      />
      <ErrorSummary title="Not read" refusals={refusals} />
      <ErrorSummary title="Not signed" refusals={signing.refusals} />
      {read && read.refused.length > 0 && (
        <Section title="Rows that were refused">
          <DataTable
            caption="What to mend in the spreadsheet"
            rows={read.refused.map((one, index) => ({ ...one, number: index }))}
            rowKey={({ number }) => `${number}`}
            empty={null}
            columns={[
              { header: 'File', cell: ({ file }) => file },
              { header: 'Row', cell: ({ row }) => row ?? '' },
              { header: 'Column', cell: ({ column }) => column ?? '' },
              { header: 'What', cell: ({ refusal }) => `${refusal.message} ${refusal.mend}` },
            ]}
          />
        </Section>
      )}
      {read?.notices.map(({ message }) => (
        <p key={message}>{message}</p>
      ))}
      {read?.proposals.map((proposal) => (
        <Proposal
          key={proposal.document.number}
          proposal={proposal}
          busy={signing.busy}
          onSign={() => signing.sign('PipelineNomination', proposal.document)}
        />
      ))}
    </Page>
  );
}
