import type { DraftedEntry, PipelineMonth } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/client.ts';
import { formatMoney } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Day } from '../../ui/when.tsx';
import { apiOf, monthPath } from './address.ts';
import { barrels, processWords } from './words.ts';

type Entry = PipelineMonth['entries'][number];

function Made({ drafted }: { drafted: readonly DraftedEntry[] }) {
  return (
    <DataTable
      caption="Drafts"
      rows={drafted}
      rowKey={({ from, owner }) => `${owner.did} ${from}`}
      empty={<p>There was nothing left to draft.</p>}
      columns={[
        { header: 'Owner', cell: ({ owner }) => owner.name },
        { header: 'From', cell: ({ from }) => <Day date={from} /> },
        { header: 'To', cell: ({ to }) => <Day date={to} /> },
        {
          header: 'Draft',
          cell: ({ draft, made, refusals }) =>
            draft ? (
              <Link to={`/drafts/${draft}`}>{made ? 'Made now' : 'There already'}</Link>
            ) : (
              refusals.map(({ mend, message }) => `${message} ${mend}`).join(' ')
            ),
        },
      ]}
    />
  );
}

function EntryTable({ entries }: { entries: readonly Entry[] }) {
  return (
    <DataTable
      caption="What each owner enters"
      rows={entries}
      rowKey={({ from, owner }) => `${owner.did} ${from}`}
      empty={<p>Nothing of this month is to be entered by an owner that you may see.</p>}
      columns={[
        { header: 'Owner', cell: ({ owner }) => owner.name },
        { header: 'From', cell: ({ from }) => <Day date={from} /> },
        { header: 'To', cell: ({ to }) => <Day date={to} /> },
        {
          header: 'Goods',
          cell: ({ lines }) =>
            lines
              .map(({ hts, originCountry, spi, volume }) =>
                [hts, barrels(volume), originCountry, spi].filter(Boolean).join(' '),
              )
              .join('; '),
        },
        { header: 'Duty', numeric: true, cell: ({ duty }) => formatMoney(duty.amount, duty.currency) },
        {
          header: 'Processing fee',
          numeric: true,
          cell: ({ merchandiseFee: fee }) =>
            fee ? formatMoney(fee.amount, fee.currency) : 'needs the value',
        },
        {
          header: 'Entry',
          cell: ({ entry }) => (entry ? <Link to={`/entries/${entry}`}>{entry}</Link> : 'none yet'),
        },
      ]}
    />
  );
}

/** The entries that a month comes to, and the drafts of them. */
export function EntriesSection({ month, trade }: { month: PipelineMonth; trade: boolean }) {
  const action = useAction();
  const [drafted, setDrafted] = useState<readonly DraftedEntry[]>();
  const draft = () =>
    action.run(async () => {
      const path = `${apiOf(month.line.id, month.month)}/entries`;
      setDrafted((await call<{ items: DraftedEntry[] }>('POST', path, {})).items);
    });
  return (
    <Section
      title="Entries"
      id="entries"
      aside={<Link to={`${monthPath(month.line.id, month.month)}/sheet`}>One sheet for the broker</Link>}
    >
      <Notice tone={month.process.kind === 'monthly' ? 'good' : 'wait'}>
        {processWords(month.process)}. {month.process.reasons.join(' ')}
      </Notice>
      <ErrorSummary title="No draft was made" refusals={action.refusals} />
      <EntryTable entries={month.entries} />
      {trade && month.entries.length > 0 && (
        <Button type="button" disabled={action.busy} onClick={draft}>
          {action.busy ? 'Making drafts…' : 'Make the drafts'}
        </Button>
      )}
      {drafted && <Made drafted={drafted} />}
    </Section>
  );
}
