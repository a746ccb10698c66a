import type { SoldTitle, TitlePreview } from '@portolan/contract';
import type { TitleTransfer } from '@portolan/documents';
import { Link } from 'react-router';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { FindingsTable } from './findings-table.tsx';
import { MeterTime } from './meter-time.tsx';
import { barrels, lotName, monthWords } from './words.ts';

/** Whether everyone who holds these papers would refuse the transfer. */
export const isRefused = ({ findings }: TitlePreview) =>
  findings.some(({ severity }) => severity === 'refused');

/** What a sale would do, by the papers at hand, before anybody signs it. */
export function SalePreview({
  document,
  preview,
  zone,
}: {
  document: TitleTransfer;
  preview: TitlePreview;
  zone: string;
}) {
  const { findings, known, left, month, owned, passes } = preview;
  return (
    <Section title="What it would do" id="preview">
      {!known && (
        <Notice tone="wait">
          No paper of {monthWords(month)} that you hold names this batch: what is yours of it at that moment
          cannot be told. You may sign; whoever holds the papers will judge it.
        </Notice>
      )}
      {isRefused(preview) && (
        <Notice tone="bad">
          Everyone who computes the month would refuse this transfer, for the reason below. Mend it before you
          sign.
        </Notice>
      )}
      <Definitions
        items={[
          ['Title passes', <MeterTime key="at" at={document.effectiveAt} zone={zone} />],
          ['From', document.seller.name],
          ['To', document.buyer.name],
          ['Batch', lotName(document.batch)],
          owned === undefined ? undefined : ['Yours at that moment', barrels(owned)],
          passes === undefined ? undefined : ['Passes', barrels(passes)],
          left === undefined ? undefined : ['Stays yours', barrels(left)],
        ]}
      />
      {findings.length > 0 && <FindingsTable findings={findings} zone={zone} />}
    </Section>
  );
}

/** Who reads what of a transfer. */
export function WhoSeesWhat() {
  return (
    <DataTable
      caption="Who sees what"
      rows={[
        { who: 'You, the buyer and the agency', reads: 'everything', hidden: 'nothing' },
        {
          who: 'The operator of the line',
          reads: 'number, batch, volume, moment, seller and buyer',
          hidden: 'price, contract and day of the trade: not in any byte that it is sent',
        },
        { who: 'Every other owner', reads: 'nothing: it is not sent to them', hidden: 'all of it' },
      ]}
      rowKey={({ who }) => who}
      empty={null}
      columns={[
        { header: 'Who', cell: ({ who }) => who },
        { header: 'Reads', cell: ({ reads }) => reads },
        { header: 'Does not see', cell: ({ hidden }) => hidden },
      ]}
    />
  );
}

/** The signed transfer, and what became of it at each receiver. */
export function Sold({ month, sold: { digest, sent } }: { month: string; sold: SoldTitle }) {
  return (
    <Section title="Signed and sent" id="sold">
      <Notice tone={sent.some(({ refusals }) => refusals.length > 0) ? 'wait' : 'good'}>
        The transfer is signed.{' '}
        <Link to={`/certificates/${encodeURIComponent(digest)}`}>The signed original</Link> ·{' '}
        <Link to={month}>Back to the month</Link>
      </Notice>
      <DataTable
        caption="To whom it went"
        rows={sent}
        rowKey={({ as, name }) => `${as} ${name}`}
        empty={<p>To nobody.</p>}
        columns={[
          { header: 'Receiver', cell: ({ name }) => name },
          { header: 'As', cell: ({ as }) => as },
          {
            header: 'Reads',
            cell: ({ hidden, refusals }) =>
              refusals.length > 0
                ? refusals.map(({ mend, message }) => `${message} ${mend}`).join(' ')
                : hidden.length > 0
                  ? `all but ${hidden.map((place) => memberNames[place] ?? place.slice(1)).join(', ')}`
                  : 'all of it',
          },
        ]}
      />
    </Section>
  );
}

const memberNames: Readonly<Record<string, string>> = {
  '/price': 'price',
  '/contract': 'contract',
  '/tradeDate': 'day of the trade',
};
