import type { Client } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { call } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { groupDigits } from '../../format/numbers.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { When } from '../../ui/when.tsx';
import { Bond } from './bond.tsx';
import { ClientForm } from './client-form.tsx';

export function loader({ request, params }: LoaderFunctionArgs): Promise<Client> {
  return getAsMember<Client>(request, `/api/clients/${encodeURIComponent(params.number ?? '')}`);
}

/** One client: its bond beside what a year of entries owes, and changing or removing it. */
export function Component() {
  const client = useLoaderData<typeof loader>();
  const [removing, setRemoving] = useState(false);
  const action = useAction();
  const { sufficiency } = client;
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
            ['Changed', <When key="changed" at={client.updatedAt} />],
            ['By', client.updatedBy],
          ]}
        />
      </Section>
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
