import type { KnownParty, Title } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { call } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { type Action, useAction } from '../../ui/use-action.ts';
import { When } from '../../ui/when.tsx';
import { RecipientField } from '../certificates/recipient-field.tsx';
import { TitleStatePill } from './state.tsx';

export function loader({ request, params }: LoaderFunctionArgs): Promise<Title> {
  return getAsMember<Title>(request, `/api/titles/${params.digest}`);
}

const STEPS: Record<string, string> = {
  issue: 'Issued to',
  endorse: 'Endorsed to',
  surrender: 'Surrendered to',
};

function Chain({ steps }: Pick<Title, 'steps'>) {
  return (
    <Section title="Chain" id="chain">
      <DataTable
        caption="Who held it, in order"
        rows={steps}
        rowKey={({ seq }) => String(seq)}
        empty=""
        columns={[
          { header: 'Step', cell: ({ seq }) => seq },
          { header: 'From', cell: ({ from }) => from.name },
          { header: 'What', cell: ({ kind }) => STEPS[kind] ?? kind },
          { header: 'To', cell: ({ to }) => to.name },
          { header: 'When', cell: ({ at }) => <When at={at} /> },
          {
            header: 'Signed order',
            cell: ({ order }) =>
              order ? <LongId value={order} label="digest of the order" /> : 'the bill itself',
          },
        ]}
      />
    </Section>
  );
}

function Orders({ orders }: Pick<Title, 'orders'>) {
  if (orders.length === 0) return null;
  return (
    <Section title="Your orders" id="orders">
      <DataTable
        caption="What your organization ordered, and what the home answered"
        rows={orders}
        rowKey={({ seq, at, to }) => `${seq} ${at} ${to}`}
        empty=""
        columns={[
          { header: 'Ordered', cell: ({ at }) => <When at={at} /> },
          { header: 'What', cell: ({ kind, toName }) => `${STEPS[kind] ?? kind} ${toName}` },
          { header: 'By', cell: ({ by }) => by },
          {
            header: 'Answer',
            cell: ({ state, refusals, problem }) => (
              <>
                {state === 'waiting' ? 'Waits for the home' : state === 'taken' ? 'Taken' : 'Refused'}
                {problem && <span className="muted small"> tried in vain: {problem}</span>}
                {refusals.map(({ code, message, mend }) => (
                  <p key={code} className="small">
                    {message} {mend}
                  </p>
                ))}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Move({ title, action }: { title: Title; action: Action }) {
  const [party, setParty] = useState<KnownParty>();
  const [surrendering, setSurrendering] = useState(false);
  const announce = useAnnounce();
  const order = async (body: object, words: string) => {
    const path = `/api/titles/${encodeURIComponent(title.title)}/orders`;
    if (await action.run(() => call<Title>('POST', path, body))) announce(words);
  };
  const endorse = async (event: FormEvent) => {
    event.preventDefault();
    if (party) await order({ kind: 'endorse', to: party.did }, `Ordered: to ${party.name}`);
  };
  return (
    <Section title="Move it" id="move">
      <form className="no-print" onSubmit={endorse}>
        <RecipientField chosen={party} onChoose={setParty} />
        <Button type="submit" disabled={action.busy || !party}>
          {party ? `Endorse to ${party.name}` : 'Choose a party to endorse to'}
        </Button>
      </form>
      {!title.isHome && (
        <Button type="button" outline disabled={action.busy} onClick={() => setSurrendering(true)}>
          Surrender to {title.home.name}
        </Button>
      )}
      <ConfirmDialog
        open={surrendering}
        title="Surrender the title?"
        confirm="Surrender"
        busy={action.busy}
        onClose={() => setSurrendering(false)}
        onConfirm={async () => {
          setSurrendering(false);
          await order({ kind: 'surrender' }, `Surrendered to ${title.home.name}`);
        }}
      >
        <p>The carrier delivers the goods against it. A surrendered title moves no more.</p>
      </ConfirmDialog>
    </Section>
  );
}

/** A bill of lading to order: who holds it, how that came about, and moving it. */
export function Component() {
  const title = useLoaderData<typeof loader>();
  const action = useAction();
  return (
    <Page
      title={`Title ${title.number}`}
      trail={[{ to: '/titles', label: 'Titles' }]}
      actions={
        <Button type="button" outline onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <ErrorSummary title="Not moved" refusals={action.refusals} />
      <Section title="State" id="state">
        <Definitions
          items={[
            ['State', <TitleStatePill key="state" state={title.state} />],
            ['Holder', title.isHolder ? `${title.holder.name} (you)` : title.holder.name],
            ['Goods', title.goods],
            ['Home', `${title.home.name}: it alone advances the title`],
            ['Bill', <LongId key="bill" value={title.title} label="digest of the bill" />],
          ]}
        />
      </Section>
      {title.isHolder && title.state === 'live' && <Move title={title} action={action} />}
      <Chain steps={title.steps} />
      <Orders orders={title.orders} />
    </Page>
  );
}
