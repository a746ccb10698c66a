import type { WalletRequest } from '@portolan/contract';
import { Button } from '@trussworks/react-uswds';
import { type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { DocumentView } from '../../dossier/document-view.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { When } from '../../ui/when.tsx';
import { STATES } from './request-state.tsx';

export function loader({ request, params }: LoaderFunctionArgs): Promise<WalletRequest> {
  return getAsMember<WalletRequest>(
    request,
    `/api/openid4vp/requests/${encodeURIComponent(params.id ?? '')}`,
  );
}

function Open({ request }: { request: WalletRequest }) {
  const { revalidate } = useRevalidator();
  if (!request.uri) return null;
  return (
    <Section title="For the wallet">
      <p>
        Scan the code with the wallet, or open its address on the telephone that has it. It counts once, until{' '}
        <When at={request.expiresAt} />.
      </p>
      <QrCode address={request.uri} label="Code that leads a wallet to this request" />
      <Button type="button" outline onClick={() => void revalidate()}>
        Look whether it was answered
      </Button>
    </Section>
  );
}

function Brought({ request }: { request: WalletRequest }) {
  if (request.credentials.length === 0) return null;
  return (
    <Section title="What the wallet brought">
      {request.credentials.map(({ digest, types, issuer, form, credential }) => (
        <article key={digest}>
          <h3>{types.filter((type) => type !== 'VerifiableCredential').join(', ')}</h3>
          <Definitions
            items={[
              ['Signed by', <LongId key="issuer" value={issuer} label="identifier of the issuer" />],
              ['Form of proof', form],
              ['Digest', <LongId key="digest" value={digest} label="digest of the credential" />],
            ]}
          />
          <DocumentView document={(credential.credentialSubject as object | undefined) ?? credential} />
        </article>
      ))}
    </Section>
  );
}

/** One request to a wallet: the code while it waits, and what was brought. */
export function Component() {
  const request = useLoaderData<typeof loader>();
  return (
    <Page title={request.purpose} trail={[{ to: '/wallet', label: 'Wallets' }]} lead={STATES[request.state]}>
      <ErrorSummary title="What the wallet brought was refused" refusals={request.refusals} />
      <Definitions
        items={[
          ['Asked', <When key="asked" at={request.createdAt} />],
          request.answeredAt ? ['Answered', <When key="answered" at={request.answeredAt} />] : undefined,
          request.holder
            ? ['Held by', <LongId key="holder" value={request.holder} label="identifier of the holder" />]
            : undefined,
        ]}
      />
      <Open request={request} />
      <Brought request={request} />
    </Page>
  );
}
