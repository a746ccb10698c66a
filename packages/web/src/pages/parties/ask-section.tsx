import type { AttestationRequest } from '@portolan/contract';
import { type AttestationType, attestationTypes } from '@portolan/parties';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { fieldId } from '../../format/identifiers.ts';
import { attestationName } from '../../standing/attestation-words.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { RequestTable } from '../attest/request-table.tsx';
import type { PublicAccreditation } from '../register/accreditations.ts';

interface AskProps {
  requests: readonly AttestationRequest[];
  /** Attesters that an agency has accredited, in force. */
  attesters: readonly PublicAccreditation[];
}

function AskForm({ attesters }: Pick<AskProps, 'attesters'>) {
  const [type, setType] = useState<AttestationType>('BusinessRegistrationAffirmation');
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const action = useAction();
  const announce = useAnnounce();
  const fit = attesters.filter(({ credentialType }) => credentialType === type);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { to, type, ...(note === '' ? {} : { note }) };
    const asked = await action.run(() => call<AttestationRequest>('POST', '/api/attestation-requests', body));
    if (!asked) return;
    setNote('');
    announce(`${asked.to.name} was asked`);
  };
  return (
    <form className="no-print" onSubmit={submit}>
      <ErrorSummary title="Not asked" refusals={action.refusals} />
      <div className="field-row">
        <SelectField
          id={fieldId('/type')}
          label="What should be attested"
          value={type}
          options={attestationTypes.map((one) => [one, attestationName(one)] as const)}
          onChange={setType}
        />
        <SelectField
          id="ask-known"
          label="Accredited attester"
          value={fit.some(({ attester }) => attester === to) ? to : ''}
          options={[
            ['', fit.length === 0 ? 'None is accredited for it' : 'Another, by its identifier'],
            ...fit.map(({ attester, name }) => [attester, name] as const),
          ]}
          onChange={setTo}
        />
      </div>
      <TextField
        id={fieldId('/to')}
        label="Identifier of the attester"
        hint="Such as did:web:… or did:key:…"
        required
        value={to}
        onChange={setTo}
      />
      <TextField
        id={fieldId('/note')}
        label="Message"
        hint="Such as your number in the register."
        long
        value={note}
        onChange={setNote}
      />
      <Button type="submit" disabled={action.busy}>
        Ask
      </Button>
    </form>
  );
}

/** Asking attesters for what is missing, and what became of it. */
export function AskSection({ requests, attesters }: AskProps) {
  return (
    <Section title="Ask an attester" id="ask">
      <AskForm attesters={attesters} />
      <h3>What you asked for</h3>
      <RequestTable caption="Requests that you sent" requests={requests} side="asking" />
    </Section>
  );
}
