import type { BrokerSheet } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { formatDate } from '../../format/dates.ts';
import { documentTypeName } from '../../format/document-types.ts';
import { formatHts, shorten } from '../../format/identifiers.ts';
import { counted, formatMoney, groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Day } from '../../ui/when.tsx';
import { apiOf, monthPath } from './address.ts';
import { FindingsTable } from './findings-table.tsx';
import { barrels, lotName, monthWords, processWords, unitWords } from './words.ts';

export async function loader({ request, params }: LoaderFunctionArgs): Promise<{ items: BrokerSheet[] }> {
  return getAsMember<{ items: BrokerSheet[] }>(request, `${apiOf(params.line, params.month)}/sheets`);
}

const statuses: Readonly<Record<BrokerSheet['days'][number]['freeTrade'], string>> = {
  free: 'S',
  broken: 'not originating',
  unproved: 'not proved',
  mixed: 'in part',
};

function Sheet({ sheet }: { sheet: BrokerSheet }) {
  const { days, entered, entries, evidence, evidenceTotal, findings, line, owner, process, total } = sheet;
  return (
    <article className="broker-sheet">
      <Section title={`${owner.name}: ${line.name}, ${monthWords(sheet.month)}`}>
        <Definitions
          items={[
            ['Importer', owner.name],
            ['Carrier and nominal consignee', line.operator.name],
            ['Port of entry', line.port],
            ['Barrels at 60 °F', barrels(total)],
            ['Entries', processWords(process)],
            entered.length === 0
              ? ['Entered', 'not yet']
              : [
                  'Entered',
                  entered
                    .map(({ entry, from, state, to }) =>
                      state === 'draft'
                        ? `draft for ${formatDate(from)} to ${formatDate(to)}`
                        : `${entry} for ${formatDate(from)} to ${formatDate(to)}`,
                    )
                    .join('; '),
                ],
          ]}
        />
        <DataTable
          caption="To be entered"
          rows={entries.flatMap((entry) => entry.lines.map((one) => ({ entry, one })))}
          rowKey={({ entry, one }) => `${entry.from} ${one.hts} ${one.originCountry} ${one.spi ?? ''}`}
          empty={<p>Nothing.</p>}
          columns={[
            { header: 'From', cell: ({ entry }) => <Day date={entry.from} /> },
            { header: 'To', cell: ({ entry }) => <Day date={entry.to} /> },
            { header: 'Number', cell: ({ one }) => formatHts(one.hts) },
            { header: 'Goods', cell: ({ one }) => one.description },
            { header: 'Origin', cell: ({ one }) => one.originCountry },
            { header: 'Claim', cell: ({ one }) => one.spi ?? 'none' },
            {
              header: 'Quantity',
              numeric: true,
              cell: ({ one }) => unitWords(one.quantity),
            },
            {
              header: 'Duty',
              numeric: true,
              cell: ({ one }) =>
                one.rate === undefined ? 'rate not at hand' : formatMoney(one.duty.amount, one.duty.currency),
            },
          ]}
        />
        <DataTable
          caption="Day by day; days by the clock of the meter, status S is free under USMCA"
          rows={days}
          rowKey={({ day }) => day}
          empty={<p>Nothing crossed for this owner.</p>}
          columns={[
            { header: 'Day', cell: ({ day }) => <Day date={day} /> },
            { header: 'Barrels at 60 °F', numeric: true, cell: ({ volume }) => groupDigits(volume) },
            { header: '°API', numeric: true, cell: ({ api }) => api ?? '' },
            { header: 'Batches', cell: ({ batches }) => batches.map(lotName).join(', ') },
            { header: 'Origin', cell: ({ origin }) => origin.join(', ') },
            { header: 'Status', cell: ({ freeTrade }) => statuses[freeTrade] },
            {
              header: 'Number',
              cell: ({ hts, inBond }) => (inBond ? 'in bond' : hts.map(formatHts).join(', ')),
            },
          ]}
        />
        <h3>Found</h3>
        <FindingsTable findings={findings} zone={line.zone} />
        <DataTable
          caption={`Rests on ${counted(evidenceTotal, 'signed paper')}`}
          rows={evidence}
          rowKey={({ digest }) => digest}
          empty={<p>No paper.</p>}
          columns={[
            { header: 'Paper', cell: ({ type }) => documentTypeName(type) },
            { header: 'Number', cell: ({ number }) => number },
            { header: 'Signed by', cell: ({ issuer, issuerName }) => issuerName ?? shorten(issuer) },
          ]}
        />
      </Section>
    </article>
  );
}

/** What each owner enters, a sheet for each: the page that goes to the broker. */
export function Component() {
  const { items } = useLoaderData<typeof loader>();
  const { line = '', month = '' } = useParams();
  return (
    <Page
      wide
      title={`For the broker, ${monthWords(month)}`}
      lead="What each owner enters, day by day, and the papers that it rests on."
      trail={[
        { to: '/pipelines', label: 'Pipelines' },
        { to: monthPath(line, month), label: monthWords(month) },
      ]}
      actions={
        <Button type="button" onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      {items.length === 0 && (
        <p>
          No owner whose oil you may see has anything to enter in this month. A sheet comes with the first
          crossing.
        </p>
      )}
      {items.map((sheet) => (
        <Sheet key={sheet.owner.did} sheet={sheet} />
      ))}
    </Page>
  );
}
