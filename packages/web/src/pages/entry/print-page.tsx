import type { DossierView } from '@portolan/contract';
import { block7501 } from '@portolan/filing';
import { Button } from '@trussworks/react-uswds';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import type { DutyResult } from '../../dossier/duty.tsx';
import { fieldLabel } from '../../dossier/field-label.ts';
import { headerFields } from '../../dossier/header-fields.tsx';
import { countryWords, feeWords } from '../../format/codes.ts';
import { formatHts } from '../../format/identifiers.ts';
import { formatMoney, formatQuantity, groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';

export function loader({ request, params }: LoaderFunctionArgs): Promise<DossierView> {
  return getAsMember<DossierView>(request, `/api/entries/${params.number}`);
}

function HeaderBlocks({ dossier }: { dossier: DossierView }) {
  const blockOf = (pointer: string) => block7501(pointer, dossier.entry.entryDate);
  return (
    <dl className="paper-blocks">
      {headerFields
        .filter(({ pointer }) => blockOf(pointer) !== undefined)
        .map(({ pointer, show }) => (
          <div key={pointer}>
            <dt>
              {blockOf(pointer)}. {fieldLabel(pointer)}
            </dt>
            <dd>{show(dossier.entry) ?? ''}</dd>
          </div>
        ))}
    </dl>
  );
}

function Lines({ dossier }: { dossier: DossierView }) {
  const dutyOf = (number: number) => dossier.evaluation?.duty?.lines.find((line) => line.number === number);
  const block = totalsBlocks(dossier);
  const of = (member: string) => {
    const pointer = `/lines/0/${member}`;
    return `${block7501(pointer, dossier.entry.entryDate)}. ${fieldLabel(pointer)}`;
  };
  return (
    <DataTable
      caption="Lines; values in US dollars"
      rows={dossier.entry.lines}
      rowKey={(line) => String(line.number)}
      empty=""
      columns={[
        { header: of('number'), cell: (line) => line.number },
        { header: of('description'), cell: (line) => line.description },
        { header: of('hts'), cell: (line) => `${line.spi ? `${line.spi} ` : ''}${formatHts(line.hts)}` },
        { header: of('originCountry'), cell: (line) => countryWords(line.originCountry) },
        { header: of('quantities'), cell: (line) => line.quantities.map(formatQuantity).join('; ') },
        { header: of('enteredValue'), numeric: true, cell: (line) => groupDigits(line.enteredValue) },
        { header: `${block(33)}. Rate`, cell: (line) => dutyOf(line.number)?.rateText ?? '' },
        { header: `${block(34)}. Duty`, numeric: true, cell: (line) => dutyOf(line.number)?.duty ?? '' },
      ]}
    />
  );
}

/** Blocks after the lines, numbered as before October 2025, moved with the edition of the form by as much as the lines. */
function totalsBlocks(dossier: DossierView): (before: number) => number {
  const lineBlock = block7501('/lines/0/number', dossier.entry.entryDate) ?? LINE_BLOCK;
  return (before) => before + lineBlock - LINE_BLOCK;
}

const LINE_BLOCK = 27;

function Fees({ duty }: { duty: DutyResult }) {
  return duty.fees.map((fee) => (
    <div key={fee.class}>
      {feeWords(fee.class)}: {fee.amount}
    </div>
  ));
}

function Totals({ dossier }: { dossier: DossierView }) {
  const duty = dossier.evaluation?.duty;
  if (!duty) return null;
  const block = totalsBlocks(dossier);
  const { totals } = duty;
  const rows = [
    { term: `${block(35)}. Total entered value`, amount: dossier.enteredValue },
    { term: `${block(37)}. Duty`, amount: totals.duty },
    { term: `${block(38)}. Tax`, amount: totals.tax },
    { term: `${block(39)}. Other`, amount: totals.fees, fees: true },
    { term: `${block(40)}. Total`, amount: totals.total },
  ];
  return (
    <dl className="paper-blocks">
      {rows.map(({ term, amount, fees }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {formatMoney(amount)}
            {fees && <Fees duty={duty} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The entry summary as the paper the trade knows, by the blocks of CBP Form 7501. */
export function Component() {
  const dossier = useLoaderData<typeof loader>();
  return (
    <Page
      title={`Entry summary ${dossier.entryNumber}`}
      lead={
        <p>
          {dossier.stateWords}. Filed <When at={dossier.filedAt} />. Blocks as on the edition of Form 7501 in
          use on the day of entry; this is not the form itself.
        </p>
      }
      trail={[{ to: `/entries/${dossier.entryNumber}`, label: `Entry ${dossier.entryNumber}` }]}
      actions={
        <Button type="button" onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <div className="paper">
        <HeaderBlocks dossier={dossier} />
        <Lines dossier={dossier} />
        <Totals dossier={dossier} />
        <p className="small">
          Sources of the {Object.keys(dossier.provenance).length} values: {dossier.counts.signed} signed at
          source, {dossier.counts.imported} imported, {dossier.counts.computed} computed,{' '}
          {dossier.counts.assigned} assigned, {dossier.counts.typed} typed.
        </p>
      </div>
    </Page>
  );
}
