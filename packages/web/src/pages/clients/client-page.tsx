import type { Client } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { Fragment, useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { call, query } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { groupDigits } from '../../format/numbers.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Day, When } from '../../ui/when.tsx';
import { Bond } from './bond.tsx';
import { ClientForm } from './client-form.tsx';
import { PartnerSection, type Partners } from './partner-section.tsx';
import { paymentWords } from './payment.ts';
import { ToleranceSection } from './tolerance-section.tsx';

interface Loaded {
  client: Client;
  partners: Partners;
}

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Loaded> {
  const path = `/api/clients/${encodeURIComponent(params.number ?? '')}`;
  const { searchParams } = new URL(request.url);
  const of = (name: string) => searchParams.get(name) ?? undefined;
  const asked = query({ q: of('q'), cursor: of('cursor'), role: of('role') });
  const [client, partners] = await Promise.all([
    getAsMember<Client>(request, path),
    getAsMember<Partners>(request, `${path}/partners${asked}`),
  ]);
  return { client, partners };
}

/** Powers of attorney on record; without one in force nothing can be filed for the client. */
function Powers({ client: { powers, did } }: { client: Client }) {
  if (powers.length === 0)
    return (
      <span className="pill pill--wait">
        {did ? 'None on record: nothing can be filed' : 'Not known: no decentralized identifier'}
      </span>
    );
  return (
    <ul className="plain-list">
      {powers.map(({ digest, from, until }) => (
        <li key={digest}>
          <Link to={`/received/${encodeURIComponent(digest)}`}>
            from <Day date={from} />
            {until && (
              <>
                {' '}
                until <Day date={until} />
              </>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** One client: its bond beside what a year of entries owes, and changing or removing it. */
export function Component() {
  const { client, partners } = useLoaderData<typeof loader>();
  const [removing, setRemoving] = useState(false);
  const action = useAction();
  const { sufficiency, nextPayment } = client;
  return (
    <Page
      title={client.name}
      trail={[{ to: '/clients', label: 'Clients' }]}
      actions={
        <Button type="button" outline onClick={() => setRemoving(true)}>
          Remove
        </Button>
      }
    >
      <ErrorSummary title="Not removed" refusals={action.refusals} />
      <Section title="Standing" id="standing">
        <Definitions
          items={[
            ['Importer number', client.number],
            ['Bond', <Bond key="bond" client={client} />],
            sufficiency
              ? ['Owed in 365 days', `$${groupDigits(sufficiency.owed)} over ${client.entries} entries`]
              : undefined,
            sufficiency ? ['Rule', sufficiency.source] : undefined,
            ['Payment', paymentWords(client)],
            nextPayment
              ? [
                  'An entry of today is paid',
                  <Fragment key="payment">
                    <Day date={nextPayment.due} />
                    {nextPayment.printsOn && (
                      <>
                        , statement made <Day date={nextPayment.printsOn} />
                      </>
                    )}
                  </Fragment>,
                ]
              : undefined,
            ['Powers of attorney', <Powers key="powers" client={client} />],
            ['Changed', <When key="changed" at={client.updatedAt} />],
            ['By', client.updatedBy],
          ]}
        />
      </Section>
      <PartnerSection client={client} partners={partners} />
      <ToleranceSection client={client} />
      <Section title="Change" id="change">
        <ClientForm key={client.updatedAt} client={client} />
      </Section>
      <ConfirmDialog
        open={removing}
        title={`Remove ${client.name}?`}
        confirm="Remove"
        busy={action.busy}
        onClose={() => setRemoving(false)}
        onConfirm={async () => {
          setRemoving(false);
          await action.run(
            () => call('DELETE', `/api/clients/${encodeURIComponent(client.number)}`),
            () => '/clients',
          );
        }}
      >
        <p>Entries stay as they were filed. Drafts will ask for the bond again.</p>
      </ConfirmDialog>
    </Page>
  );
}
