import type { AdvanceSet, ShipmentAdvance } from '@portolan/contract';
import { isRecord } from '@portolan/kernel';
import { Button } from '@trussworks/react-uswds';
import { type LoaderFunctionArgs, useLoaderData, useNavigate, useParams } from 'react-router';
import { call } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { Asks } from '../../dossier/asks.tsx';
import { provenanceWords } from '../../dossier/provenance-words.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { type Action, useAction } from '../../ui/use-action.ts';
import { When } from '../../ui/when.tsx';

export function loader({ request, params }: LoaderFunctionArgs): Promise<ShipmentAdvance> {
  return getAsMember<ShipmentAdvance>(request, `/api/drafts/${params.id}/advance`);
}

/** A value of several members in one line: a party by name and place, a quantity with its unit. */
function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join(', ');
  if (!isRecord(value)) return String(value);
  const { identifiers: _identifiers, contact, address, ...rest } = value;
  const parts = [...Object.values(rest), ...(isRecord(address) ? Object.values(address) : []), contact];
  return parts
    .filter((part) => part !== undefined)
    .map(words)
    .join(' ');
}

function Elements({ set }: { set: AdvanceSet }) {
  return (
    <DataTable
      caption={`${set.label}: elements with their sources`}
      rows={set.fields}
      rowKey={({ pointer }) => pointer}
      empty="This data set has no elements."
      columns={[
        { header: 'Element', cell: ({ label }) => label },
        {
          header: 'Value',
          cell: ({ value, required }) =>
            value === undefined ? <strong>{required ? 'Open' : 'None'}</strong> : words(value),
        },
        { header: 'Source', cell: ({ source }) => (source ? provenanceWords[source.class].label : '') },
        { header: 'Rule', cell: ({ cite }) => cite },
      ]}
    />
  );
}

function DataSet({ set, id, action }: { set: AdvanceSet; id: string; action: Action }) {
  const announce = useAnnounce();
  const answer = async (typed: Record<string, unknown>) => {
    const saved = await action.run(() => call('PATCH', `/api/drafts/${id}`, { typed }));
    if (saved) announce('Saved');
  };
  return (
    <Section title={set.label} id={set.set}>
      <p>
        Sent by the {set.sender}.{' '}
        {set.missing.length === 0
          ? 'Every required element is there.'
          : `${set.missing.length} of ${set.fields.length} elements are open.`}
      </p>
      {set.asks.length > 0 && set.sender === 'importer' && (
        <Asks
          key={set.asks.map(({ pointer }) => pointer).join()}
          asks={set.asks}
          busy={action.busy}
          onAnswer={answer}
        />
      )}
      <Elements set={set} />
    </Section>
  );
}

function Plan({ plan, id, action }: { plan: ShipmentAdvance['plan']; id: string; action: Action }) {
  const navigate = useNavigate();
  if (plan.entries.length < 2) return null;
  const split = async () => {
    const done = await action.run(() => call('POST', `/api/drafts/${id}/split`, {}));
    if (done) await navigate('/drafts');
  };
  return (
    <Section title={`These papers make ${plan.entries.length} entries`} id="plan">
      <p>{plan.reasons.join(' ')}</p>
      <DataTable
        caption="Entries of this shipment"
        rows={plan.entries}
        rowKey={({ number }) => String(number)}
        empty=""
        columns={[
          { header: 'Entry', cell: ({ number }) => number },
          { header: 'Invoices', cell: ({ invoices }) => invoices.join(', ') },
          { header: 'Lines', numeric: true, cell: ({ lines }) => lines },
        ]}
      />
      <Button type="button" disabled={action.busy} onClick={split}>
        {action.busy ? 'Making the drafts…' : `Make ${plan.entries.length} drafts`}
      </Button>
    </Section>
  );
}

function Clocks({ clocks }: Pick<ShipmentAdvance, 'clocks'>) {
  return (
    <Section title="When it is due" id="due">
      <DataTable
        caption="Terms before arrival"
        rows={clocks}
        rowKey={({ name }) => name}
        empty="The papers give no day of departure or arrival yet."
        columns={[
          { header: 'What', cell: ({ label }) => label },
          { header: 'Due', cell: ({ due }) => <When at={due} /> },
          { header: 'State', cell: ({ state }) => (state === 'running' ? 'runs' : state) },
          {
            header: 'Counted back from',
            cell: ({ before, byDay }) => (byDay ? `${before}, start of the day` : before),
          },
          { header: 'Rule', cell: ({ source }) => source },
        ]}
      />
    </Section>
  );
}

/** What goes ahead of a shipment: security filing and carrier's data with the source of each element, and when they are due. */
export function Component() {
  const advance = useLoaderData<typeof loader>();
  const { id = '' } = useParams();
  const action = useAction();
  return (
    <Page
      title="Before the goods arrive"
      trail={[
        { to: '/', label: 'Work' },
        { to: `/drafts/${id}`, label: 'Draft' },
      ]}
      lead={<p>Advance data from the papers of the draft. Nothing is typed here that a paper says.</p>}
      actions={
        <Button type="button" outline onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <ErrorSummary title="This was refused" refusals={action.refusals} />
      <Plan plan={advance.plan} id={id} action={action} />
      {advance.mode === undefined && (
        <Notice tone="info">
          No paper says how the goods travel yet. Add the transport document to the draft.
        </Notice>
      )}
      {advance.mode !== undefined && advance.sets.length === 0 && (
        <Notice tone="info">Nothing has to be sent ahead of goods of this mode.</Notice>
      )}
      {advance.sets.map((set) => (
        <DataSet key={set.set} set={set} id={id} action={action} />
      ))}
      {advance.sets.length > 0 && <Clocks clocks={advance.clocks} />}
    </Page>
  );
}
