import type { IssuedCredential, KnownParty, Title } from '@portolan/contract';
import { isRecord } from '@portolan/kernel';
import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { RecipientField } from '../certificates/recipient-field.tsx';

/** A signed bill to order becomes a title: its signer names the first holder. Nothing for other documents. */
export function RegisterSection({
  certificate: { digest, credential },
}: {
  certificate: Pick<IssuedCredential, 'digest' | 'credential'>;
}) {
  const [party, setParty] = useState<KnownParty>();
  const action = useAction();
  const subject = isRecord(credential) ? credential.credentialSubject : undefined;
  if (!isRecord(subject) || subject.toOrder !== true) return null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!party) return;
    await action.run(
      () => call<Title>('POST', '/api/titles', { digest, holder: party.did }),
      ({ title }) => `/titles/${encodeURIComponent(title)}`,
    );
  };
  return (
    <Section title="Register it as a title" id="title">
      <p>This bill is to order. Registered, it has one holder at a time, and only your node advances it.</p>
      <ErrorSummary title="Not registered" refusals={action.refusals} />
      <form className="no-print" onSubmit={submit}>
        <RecipientField chosen={party} onChoose={setParty} />
        <Button type="submit" disabled={action.busy || !party}>
          {party ? `Register, held by ${party.name}` : 'Choose the first holder'}
        </Button>
      </form>
    </Section>
  );
}
