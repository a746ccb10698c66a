import type { DossierView } from '@portolan/contract';
import { block7501, type SummaryNumber, summaryLine, summaryTotals } from '@portolan/filing';
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
import { ValuationTable } from './valuation.tsx';

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

type Line = DossierView['entry']['lines'][number];

/** A tariff number as printed, with the claim before the goods' own; a case or a tax by its number. */
function codeWords({ kind, code }: SummaryNumber, { spi, hts }: Line): string {
  if (kind === 'case') return `AD/CVD ${code}`;
  if (kind === 'tax') return `Tax class ${code}`;
  return `${spi && code === hts ? `${spi} ` : ''}${formatHts(code)}`;
}

/** What a line reports, one below the other, in the order of the summary. */
function Numbers({ of, show }: { of: readonly SummaryNumber[]; show: (row: SummaryNumber) => string }) {
  return of.map((row) => <div key={`${row.kind}${row.code}`}>{show(row) || '\u00a0'}</div>);
}

function Lines({ dossier }: { dossier: DossierView }) {
  const numbersOf = ({ number, hts }: Line): readonly SummaryNumber[] => {
    const duty = dossier.evaluation?.duty?.lines.find((line) => line.number === number);
    return duty ? summaryLine(duty).numbers : [{ kind: 'number', code: hts, rate: '', amount: '' }];
  };
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
        {
          header: of('hts'),
          cell: (line) => <Numbers of={numbersOf(line)} show={(row) => codeWords(row, line)} />,
        },
        { header: of('originCountry'), cell: (line) => countryWords(line.originCountry) },
        { header: of('quantities'), cell: (line) => line.quantities.map(formatQuantity).join('; ') },
        { header: of('enteredValue'), numeric: true, cell: (line) => groupDigits(line.enteredValue) },
        {
          header: `${block(33)}. Rate`,
          cell: (line) => <Numbers of={numbersOf(line)} show={({ rate }) => rate} />,
        },
        {
          header: `${block(34)}. Duty and tax`,
          numeric: true,
          cell: (line) => <Numbers of={numbersOf(line)} show={({ amount }) => amount} />,
        },
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
const OTHER = 39;

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
  const rows = [
    { term: `${block(35)}. Total entered value`, amount: dossier.enteredValue, fees: false },
    ...summaryTotals(duty).map(({ block: number, label, amount }) => ({
      term: number === undefined ? label : `${block(number)}. ${label}`,
      amount,
      fees: number === OTHER,
    })),
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

/** The forms themselves, as files. */
function FormLinks({ entryNumber }: { entryNumber: string }) {
  return ['7501', '3461'].map((form) => (
    <a
      key={form}
      className="usa-button usa-button--outline"
      href={`/api/entries/${entryNumber}/forms/${form}`}
    >
      Form {form} (PDF)
    </a>
  ));
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
          use on the day of entry; the forms themselves are the PDF files.
        </p>
      }
      trail={[{ to: `/entries/${dossier.entryNumber}`, label: `Entry ${dossier.entryNumber}` }]}
      actions={
        <>
          <Button type="button" onClick={() => window.print()}>
            Print
          </Button>
          <FormLinks entryNumber={dossier.entryNumber} />
        </>
      }
    >
      <div className="paper">
        <HeaderBlocks dossier={dossier} />
        <Lines dossier={dossier} />
        {dossier.entry.valuation && (
          <ValuationTable of={dossier.entry.valuation} invoices={dossier.entry.invoiceNumbers} />
        )}
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
