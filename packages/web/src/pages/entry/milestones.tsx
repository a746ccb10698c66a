import type { DossierView, Milestone } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Section } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Day, When } from '../../ui/when.tsx';

const KINDS = [
  ['released', 'Released'],
  ['summary', 'Entry summary filed'],
  ['paid', 'Paid'],
  ['liquidated', 'Liquidated'],
  ['rejected', 'Entry summary rejected'],
] as const;

function RecordForm({ entryNumber }: { entryNumber: string }) {
  const [kind, setKind] = useState<Milestone['kind']>('released');
  const [on, setOn] = useState('');
  const [note, setNote] = useState('');
  const action = useAction();
  const announce = useAnnounce();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { kind, on, note: note.trim() };
    const path = `/api/entries/${entryNumber}/milestones`;
    const recorded = await action.run(() => call<Milestone>('POST', path, body));
    if (!recorded) return;
    setNote('');
    announce('Recorded and signed');
  };
  return (
    <form onSubmit={submit} className="no-print">
      <ErrorSummary title="Not recorded" refusals={action.refusals} />
      <SelectField id="field-kind" label="What happened" value={kind} options={KINDS} onChange={setKind} />
      <TextField id="field-on" label="On" type="date" value={on} onChange={setOn} required />
      <TextField
        id="field-note"
        label="Note"
        hint="What you read it from. Example: release message of 12 June, or statement number."
        value={note}
        onChange={setNote}
      />
      <Button type="submit" outline disabled={action.busy}>
        {action.busy ? 'Signing…' : 'Record and sign'}
      </Button>
    </form>
  );
}

/** What the filer recorded of release, summary, payment and liquidation in the agency's own system. */
export function Milestones({ dossier: { entryNumber, milestones } }: { dossier: DossierView }) {
  if (!milestones) return null;
  return (
    <Section title="Release, summary, payment" id="milestones">
      <DataTable
        caption="Recorded by hand, each signed by your organization"
        rows={milestones}
        rowKey={({ digest }) => digest}
        empty={<p>Nothing is recorded. Terms count from the day of entry until the release is recorded.</p>}
        columns={[
          { header: 'What', cell: ({ kind }) => KINDS.find(([one]) => one === kind)?.[1] ?? kind },
          { header: 'On', cell: ({ on }) => <Day date={on} /> },
          { header: 'Note', cell: ({ note }) => note || 'none' },
          {
            header: 'Recorded',
            cell: ({ at, by }) => (
              <>
                <When at={at} /> by {by}
              </>
            ),
          },
          { header: 'Signed record', cell: ({ digest }) => <LongId value={digest} label="Signed record" /> },
        ]}
      />
      <RecordForm entryNumber={entryNumber} />
    </Section>
  );
}
