import type { IssuedCredential, NoticeProposal } from '@portolan/contract';
import type { Refusal } from '@portolan/kernel';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { Link } from 'react-router';
import { call, Refused } from '../../api/client.ts';
import { upload } from '../../api/upload.ts';
import { counted } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { download } from '../../ui/download.ts';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Lot } from './lot.tsx';
import { lotName, monthWords, volumeWords } from './words.ts';

/** Shippers are members of the sample community, so that the example reads at a node with it. */
const EXAMPLE = [
  'Batch,Shipper,Nomination month,Product,Volume,Unit,Receipt,Delivery,Pipeline,Operator',
  '2026-09-1,Sample Aurora Oil Marketing Inc.,2026-09,crude oil,96000,bbl,Hardisty,Superior,urn:sample:borealis:line-1,Sample Borealis Pipelines Inc.',
  '2026-09-2,Sample Prairie Refining LLC,Sep-26,crude oil,24000,bbl,Hardisty,Superior,urn:sample:borealis:line-1,Sample Borealis Pipelines Inc.',
  '',
].join('\r\n');

interface Read {
  proposals: NoticeProposal[];
  refused: { file: string; row?: number; column?: string; refusal: Refusal }[];
  notices: Refusal[];
}

function Proposal({ proposal }: { proposal: NoticeProposal }) {
  const { document, file } = proposal;
  const action = useAction();
  const [signed, setSigned] = useState<string>();
  const sign = () =>
    action.run(async () => {
      const body = { type: 'PipelineNomination', document };
      setSigned((await call<IssuedCredential>('POST', '/api/credentials/issue', body)).digest);
    });
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
          { header: 'Batch', cell: ({ batch }) => <Lot id={batch} /> },
          { header: 'Shipper', cell: ({ shipper }) => shipper.name },
          { header: 'Liquid', cell: ({ commodity }) => commodity },
          { header: 'Origin', cell: ({ originCountry }) => originCountry ?? 'not said' },
          {
            header: 'Volume',
            numeric: true,
            cell: ({ volume }) => volumeWords(volume),
          },
          { header: 'From', cell: ({ receipt }) => lotName(receipt) },
          { header: 'To', cell: ({ delivery }) => lotName(delivery) },
        ]}
      />
      <ErrorSummary title="Not signed" refusals={action.refusals} />
      {signed ? (
        <Notice tone="good">
          Signed.{' '}
          <Link to={`/certificates/${encodeURIComponent(signed)}`}>Open it, and send it to the shippers</Link>
        </Notice>
      ) : (
        <Button type="button" disabled={action.busy} onClick={sign}>
          {action.busy ? 'Signing…' : `Sign ${document.number}`}
        </Button>
      )}
    </Section>
  );
}

/** Notices of shipment from the spreadsheet that they are kept in: read, shown, and signed as they stand. */
export function Component() {
  const [read, setRead] = useState<Read>();
  const [reading, setReading] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const take = async (files: File[]) => {
    const form = new FormData();
    for (const file of files) form.append('file', file, file.name);
    setRefusals([]);
    setRead(undefined);
    setReading(true);
    try {
      setRead(await upload<Read>('/api/pipelines/notices', form, () => undefined));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefusals(error.refusals);
    } finally {
      setReading(false);
    }
  };
  return (
    <Page
      title="Notices of shipment from a spreadsheet"
      lead="Nothing is stored before you sign."
      trail={[{ to: '/pipelines', label: 'Pipelines' }]}
    >
      <Dropzone
        hint="CSV or XLSX, a row for each batch: batch, shipper, nomination month, product, volume, unit, receipt, delivery; with several lines also pipeline and operator."
        onFiles={take}
      />
      <p className="no-print">
        <Button type="button" unstyled onClick={() => download('notices.csv', 'text/csv', EXAMPLE)}>
          Download an example spreadsheet
        </Button>
      </p>
      {reading && <p role="status">Reading…</p>}
      <ErrorSummary title="Not read" refusals={refusals} />
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
        <Notice key={message} tone="wait">
          {message}
        </Notice>
      ))}
      {read?.proposals.map((proposal) => (
        <Proposal key={proposal.document.number} proposal={proposal} />
      ))}
    </Page>
  );
}
