import type { IssuedCredential } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { call, get } from '../../api/client.ts';
import { download } from '../../ui/download.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { useAction } from '../../ui/use-action.ts';

/** The file that proves the document without a node, and the code that leads from its paper to the same check. */
export function EvidenceSection({ certificate }: { certificate: IssuedCredential }) {
  const [address, setAddress] = useState<string>();
  const action = useAction();
  const path = `/api/credentials/${encodeURIComponent(certificate.digest)}`;
  const save = () =>
    action.run(async () => {
      const file = await get<object>(`${path}/evidence`);
      const name = `${certificate.title.replaceAll(/[^\w-]+/g, '-')}.evidence.json`;
      download(name, 'application/json', JSON.stringify(file, null, 2));
    });
  const share = () =>
    action.run(async () => {
      const shared = await call<{ address: string }>('POST', `${path}/share`, {
        reason: 'code on the paper',
      });
      setAddress(shared.address);
    });
  return (
    <Section title="For whoever has to check it">
      <ErrorSummary title="Not done" refusals={action.refusals} />
      <p>
        The evidence file holds the document, its receipt, its status and your keys. Anybody checks it at{' '}
        <a href="/verify/">Verify a file</a>, without an account and without a network.
      </p>
      <div className="row no-print">
        <Button type="button" outline disabled={action.busy} onClick={save}>
          Save the evidence file
        </Button>
        <Button type="button" outline disabled={action.busy} onClick={share}>
          Make a code for the paper
        </Button>
      </div>
      {address && (
        <>
          <QrCode address={address} label="Code that leads to the check of this document" />
          <p className="small muted">
            Whoever holds the paper can open it. Print this page, or copy the code onto yours; every scan is
            on record under <a href="/disclosures">Who saw what</a>.
          </p>
        </>
      )}
    </Section>
  );
}
