import type { DossierView } from '@portolan/contract';
import { block7501 } from '@portolan/filing';
import { Button } from '@trussworks/react-uswds';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { fieldLabel } from '../../dossier/field-label.ts';
import { headerFields } from '../../dossier/header-fields.tsx';
import { countryWords, feeWords } from '../../format/codes.ts';
import { formatHts } from '../../format/identifiers.ts';
import { formatQuantity, groupDigits } from '../../format/numbers.ts';
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
  return (
    <DataTable
      caption="Blocks 31 to 38: lines; values in US dollars"
      rows={dossier.entry.lines}
      rowKey={(line) => String(line.number)}
      empty=""
      columns={[
        { header: '31. Line', cell: (line) => line.number },
        { header: '32. Description', cell: (line) => line.description },
        { header: '33. HTSUS', cell: (line) => `${line.spi ? `${line.spi} ` : ''}${formatHts(line.hts)}` },
        { header: '10. Origin', cell: (line) => countryWords(line.originCountry) },
        { header: '35. Net quantity', cell: (line) => line.quantities.map(formatQuantity).join('; ') },
        { header: '36. Entered value', numeric: true, cell: (line) => groupDigits(line.enteredValue) },
        { header: '37. Rate', cell: (line) => dutyOf(line.number)?.rateText ?? '' },
        { header: '38. Duty', numeric: true, cell: (line) => dutyOf(line.number)?.duty ?? '' },
      ]}
    />
  );
}

function Totals({ dossier }: { dossier: DossierView }) {
  const duty = dossier.evaluation?.duty;
  if (!duty) return null;
  return (
    <dl className="paper-blocks">
      <div>
        <dt>39. Total entered value</dt>
        <dd>{groupDigits(dossier.enteredValue)} USD</dd>
      </div>
      <div>
        <dt>41. Duty</dt>
        <dd>{groupDigits(duty.totals.duty)} USD</dd>
      </div>
      <div>
        <dt>42. Tax</dt>
        <dd>{groupDigits(duty.totals.tax)} USD</dd>
      </div>
      <div>
        <dt>43. Other</dt>
        <dd>
          {groupDigits(duty.totals.fees)} USD
          {duty.fees.map((fee) => (
            <div key={fee.class}>
              {feeWords(fee.class)}: {fee.amount}
            </div>
          ))}
        </dd>
      </div>
      <div>
        <dt>44. Total</dt>
        <dd>{groupDigits(duty.totals.total)} USD</dd>
      </div>
    </dl>
  );
}

/** The entry summary as the paper the trade knows, by the blocks of CBP Form 7501 (10/25). */
export function Component() {
  const dossier = useLoaderData<typeof loader>();
  return (
    <Page
      title={`Entry summary ${dossier.entryNumber}`}
      lead={
        <p>
          {dossier.stateWords}. Filed <When at={dossier.filedAt} />. Blocks as on Form 7501 (10/25); this is
          not the form itself.
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
