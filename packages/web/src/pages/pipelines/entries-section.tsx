import type { DraftedEntry, PipelineMonth } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/client.ts';
import { formatHts } from '../../format/identifiers.ts';
import { counted, formatMoney } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Day } from '../../ui/when.tsx';
import { apiOf, monthPath } from './address.ts';
import { barrels, processWords } from './words.ts';

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
        { header: 'Papers', numeric: true, cell: ({ evidence }) => evidence },
        {
          header: 'Draft',
          cell: ({ draft, made, refusals, ticketsLeftOff }) =>
            draft ? (
              <>
                <Link to={`/drafts/${draft}`}>{made ? 'Made now' : 'There already'}</Link>
                {ticketsLeftOff > 0 &&
                  `; ${counted(ticketsLeftOff, 'ticket')} stay with you, the manifest states them by day`}
              </>
            ) : (
              refusals.map(({ mend, message }) => `${message} ${mend}`).join(' ')
            ),
        },
      ]}
    />
  );
}

const DRAFT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The entry, or the draft that has no number yet. What owners enter at nodes of theirs is told to no operator. */
function EnteredAs({ entry, role }: { entry: string | undefined; role: PipelineMonth['role'] }) {
  if (entry === undefined) return role === 'operator' ? 'its owner enters it' : 'none yet';
  if (DRAFT.test(entry)) return <Link to={`/drafts/${entry}`}>Draft</Link>;
  return <Link to={`/entries/${entry}`}>{entry}</Link>;
}

function EntryTable({ entries, role }: Pick<PipelineMonth, 'entries' | 'role'>) {
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
                [
                  formatHts(hts),
                  barrels(volume),
                  originCountry && `of ${originCountry}`,
                  spi ? `claim ${spi}` : 'no claim',
                ]
                  .filter(Boolean)
                  .join(', '),
              )
              .join('; '),
        },
        {
          header: 'Duty',
          numeric: true,
          cell: ({ duty, lines }) =>
            lines.some(({ rate }) => rate === undefined)
              ? 'rate not at hand'
              : formatMoney(duty.amount, duty.currency),
        },
        {
          header: 'Processing fee',
          numeric: true,
          cell: ({ merchandiseFee: fee }) =>
            fee ? formatMoney(fee.amount, fee.currency) : 'needs the value',
        },
        {
          header: 'Entry',
          cell: ({ entry }) => <EnteredAs entry={entry} role={role} />,
        },
      ]}
    />
  );
}

/** What is dutiable of one owner binds that one alone: where owners enter in different ways, each is told which. */
function OwnersApart({ process }: Pick<PipelineMonth, 'process'>) {
  if (process.owners.every(({ kind }) => kind === process.kind)) return undefined;
  return (
    <ul>
      {process.owners.map(({ kind, owner }) => (
        <li key={owner.did}>
          {owner.name}: {kind === 'monthly' ? 'one entry for the month' : 'an entry for each day'}
        </li>
      ))}
    </ul>
  );
}

/** The entries that a month comes to, and the drafts of them. */
export function EntriesSection({ month, trade }: { month: PipelineMonth; trade: boolean }) {
  const action = useAction();
  const [drafted, setDrafted] = useState<readonly DraftedEntry[]>();
  const draft = () =>
    action.run(async () => {
      const path = `${apiOf(month.line.id, month.month)}/entries`;
      const body = month.role === 'operator' ? { owner: month.line.operator.did } : {};
      setDrafted((await call<{ items: DraftedEntry[] }>('POST', path, body)).items);
    });
  // An operator is no importer of what it carries: it drafts nothing but of its own oil.
  const own =
    month.role === 'operator'
      ? month.entries.filter(({ owner }) => owner.did === month.line.operator.did)
      : month.entries;
  const toDraft = trade && own.some(({ entry }) => entry === undefined);
  return (
    <Section
      title="Entries"
      id="entries"
      aside={<Link to={`${monthPath(month.line.id, month.month)}/sheet`}>One sheet for the broker</Link>}
    >
      <Notice tone={month.process.kind === 'monthly' ? 'good' : 'wait'}>
        {processWords(month.process)}. {month.process.reasons.join(' ')}
      </Notice>
      <OwnersApart process={month.process} />
      <ErrorSummary title="No draft was made" refusals={action.refusals} />
      <EntryTable entries={month.entries} role={month.role} />
      {toDraft && (
        <p>
          A draft for each owner and period that is not entered yet, with the papers that it rests on. You
          look it over before it is filed.
        </p>
      )}
      {toDraft && (
        <Button type="button" disabled={action.busy} onClick={draft}>
          {action.busy ? 'Making drafts…' : 'Make the drafts'}
        </Button>
      )}
      {drafted && <Made drafted={drafted} />}
    </Section>
  );
}
