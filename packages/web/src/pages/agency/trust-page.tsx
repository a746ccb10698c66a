import type { AccreditationView } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { call } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { fieldId } from '../../format/identifiers.ts';
import { attestationName } from '../../standing/attestation-words.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Day, When } from '../../ui/when.tsx';
import { AttesterFilter, useAttesterFilter } from '../trust/attester-filter.tsx';
import { TrustTabs } from '../trust/trust-tabs.tsx';
import { ReasonStep } from './reason-step.tsx';

export function loader({ request }: LoaderFunctionArgs): Promise<{ items: AccreditationView[] }> {
  return getAsMember(request, '/api/trust');
}

const STATES: Record<AccreditationView['state'], { words: string; tone: string }> = {
  active: { words: 'Active', tone: 'good' },
  suspended: { words: 'Suspended', tone: 'bad' },
  ended: { words: 'Ended', tone: 'none' },
};

function Suspension({ row }: { row: AccreditationView }) {
  const action = useAction();
  if (row.state === 'ended') return null;
  const suspended = row.state !== 'suspended';
  return (
    <ReasonStep
      id={row.id}
      label={suspended ? 'Suspend' : 'Restore'}
      about={`${row.name} for ${attestationName(row.credentialType)}`}
      action={action}
      onReason={(reason) =>
        action.run(() => call('POST', `/api/trust/${row.id}/suspend`, { suspended, reason }))
      }
    />
  );
}

const EMPTY = { name: '', did: '', credentialType: 'CertificationOfOrigin', from: '', until: '', reason: '' };

const FIELDS = [
  { member: 'name', label: 'Name', required: true },
  { member: 'did', label: 'Identifier', hint: 'Such as did:key:… or did:web:…', required: true },
  {
    member: 'credentialType',
    label: 'Type of document',
    hint: 'Such as CertificationOfOrigin',
    required: true,
  },
  { member: 'from', label: 'From', type: 'date', required: true },
  { member: 'until', label: 'Until', type: 'date' },
] as const;

function AccreditForm() {
  const [form, setForm] = useState(EMPTY);
  const action = useAction();
  const announce = useAnnounce();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { until, ...given } = form;
    const body = until === '' ? given : { ...given, until };
    const done = await action.run(() => call<AccreditationView>('POST', '/api/trust', body));
    if (!done) return;
    setForm(EMPTY);
    announce(`${done.name} is accredited`);
  };
  return (
    <Section title="Accredit a signer">
      <ErrorSummary title="Not accredited" refusals={action.refusals} />
      <form onSubmit={submit}>
        <div className="field-row">
          {FIELDS.map(({ member, ...field }) => (
            <TextField
              key={member}
              id={fieldId(`/${member}`)}
              {...field}
              value={form[member]}
              onChange={(value) => setForm({ ...form, [member]: value })}
            />
          ))}
        </div>
        <TextField
          id={fieldId('/reason')}
          label="Reason"
          required
          long
          value={form.reason}
          onChange={(reason) => setForm({ ...form, reason })}
        />
        <Button type="submit" disabled={action.busy}>
          Accredit
        </Button>
      </form>
    </Section>
  );
}

/** Who may sign what: the agency's register of accredited signers. */
export function Component() {
  const { items } = useLoaderData<typeof loader>();
  const shown = useAttesterFilter(items);
  const agency = useSession()?.tenant.kind === 'agency';
  return (
    <Page
      wide
      title="Trust register"
      lead="Who may sign what. A signature counts only while its signer stands here."
    >
      <TrustTabs />
      <Section title="Accredited signers">
        <AttesterFilter items={items} />
        <DataTable
          caption="Accredited signers"
          captionHidden
          rows={shown}
          rowKey={(row) => row.id}
          empty={<p>Nobody is accredited{items.length > 0 ? ' for this type on this day' : ' yet'}.</p>}
          columns={[
            { header: 'Signer', cell: (row) => row.name },
            { header: 'Signs', cell: (row) => attestationName(row.credentialType) },
            {
              header: 'Identifier',
              cell: (row) => <LongId value={row.did} label={`identifier of ${row.name}`} />,
            },
            { header: 'From', cell: (row) => <Day date={row.from} /> },
            { header: 'Until', cell: (row) => (row.until ? <Day date={row.until} /> : 'no end given') },
            {
              header: 'State',
              cell: (row) => (
                <span className={`pill pill--${STATES[row.state].tone}`}>{STATES[row.state].words}</span>
              ),
            },
            {
              header: 'Reason',
              cell: (row) => (
                <>
                  {row.reason}
                  <span className="muted small">
                    {' '}
                    {row.by}, <When at={row.at} />
                  </span>
                </>
              ),
            },
            ...(agency
              ? [{ header: 'Change', cell: (row: AccreditationView) => <Suspension row={row} /> }]
              : []),
          ]}
        />
      </Section>
      {agency && <AccreditForm />}
    </Page>
  );
}
