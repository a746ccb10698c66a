import type { IssuedCredential } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { call } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { useAction } from '../../ui/use-action.ts';
import { certificateIn } from './mill-party.ts';
import { MillPaper } from './paper.tsx';

export function loader({ request, params }: LoaderFunctionArgs): Promise<IssuedCredential> {
  return getAsMember<IssuedCredential>(
    request,
    `/api/credentials/${encodeURIComponent(params.digest ?? '')}`,
  );
}

/** A mill test report for the printer, with a code that leads from the paper to the signed original. */
export function Component() {
  const { credential, digest, status, title } = useLoaderData<typeof loader>();
  const [address, setAddress] = useState<string>();
  const action = useAction();
  const share = () =>
    action.run(async () => {
      const path = `/api/credentials/${encodeURIComponent(digest)}/share`;
      const reason = 'code on the printed certificate';
      setAddress((await call<{ address: string }>('POST', path, { reason })).address);
    });
  return (
    <Page
      title={title}
      lead="In the layout of EN 10168. The signed original counts: the code leads to it."
      trail={[
        { to: '/certificates', label: 'Certificates' },
        { to: `/certificates/${encodeURIComponent(digest)}`, label: title },
      ]}
      actions={
        <>
          <Button type="button" outline disabled={action.busy || address !== undefined} onClick={share}>
            Put the code on it
          </Button>
          <Button type="button" onClick={() => window.print()}>
            Print
          </Button>
        </>
      }
    >
      <ErrorSummary title="No code was made" refusals={action.refusals} />
      {status !== 'valid' && <Notice tone="bad">This certificate is {status}.</Notice>}
      {address && <QrCode address={address} label="Code that leads to the check of this certificate" />}
      <MillPaper certificate={certificateIn(credential)} />
      <p className="small muted">Digest of the signed original: {digest}</p>
    </Page>
  );
}
