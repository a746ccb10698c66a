import type { IssuedCredential, Sending } from '@portolan/contract';
import { disclosedCredential } from '@portolan/credentials';
import type { JsonObject } from '@portolan/kernel';
import { webCrypto } from '@portolan/kernel/browser';
import type { Receipt } from '@portolan/ledger';
import { Button } from '@trussworks/react-uswds';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getAsMember } from '../../app/session.ts';
import { DocumentView } from '../../dossier/document-view.tsx';
import { ReceiptWords } from '../../dossier/receipt-words.tsx';
import { documentTypeName } from '../../format/document-types.ts';
import { Definitions } from '../../ui/definitions.tsx';
import { download } from '../../ui/download.ts';
import { LongId } from '../../ui/long-id.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { MillActions } from '../mill/mill-actions.tsx';
import { RegisterSection } from '../titles/register-section.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { SendSection } from './send-section.tsx';
import { StatusForm } from './status-form.tsx';
import { StatusPill } from './status-pill.tsx';

type Certificate = IssuedCredential & { receipt?: Receipt };

interface Loaded {
  certificate: Certificate;
  sendings: readonly Sending[];
}

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Loaded> {
  const digest = encodeURIComponent(params.digest ?? '');
  const [certificate, sent] = await Promise.all([
    getAsMember<Certificate>(request, `/api/credentials/${digest}`),
    getAsMember<{ items: Sending[] }>(request, `/api/sendings?digest=${digest}&limit=100`),
  ]);
  return { certificate, sendings: sent.items };
}

function subjectOf(credential: Record<string, unknown>): object {
  const subject = disclosedCredential(credential as JsonObject, webCrypto).credentialSubject;
  return typeof subject === 'object' && subject !== null ? subject : credential;
}

function receiptView(certificate: Certificate) {
  if (certificate.logIndex === undefined) return undefined;
  return {
    kind: 'credential',
    digest: certificate.digest,
    title: certificate.title,
    index: certificate.logIndex,
    ...(certificate.receipt ? { receipt: certificate.receipt, at: certificate.receipt.statement.at } : {}),
  };
}

/** One signed document: its words, its status, its receipt, and taking it back. */
export function Component() {
  const { certificate, sendings } = useLoaderData<typeof loader>();
  const save = () =>
    download(
      `${certificate.title.replaceAll(/[^\w-]+/g, '-')}.vc.json`,
      'application/json',
      JSON.stringify(certificate.credential, null, 2),
    );
  return (
    <Page
      title={certificate.title}
      trail={[{ to: '/certificates', label: 'Certificates' }]}
      lead={
        <p>
          {documentTypeName(certificate.type)}, signed <When at={certificate.issuedAt} />
        </p>
      }
      actions={
        <>
          <Button type="button" outline onClick={save}>
            Download the signed file
          </Button>
          {certificate.type === 'MillTestReport' && <MillActions digest={certificate.digest} />}
        </>
      }
    >
      <Section title="Standing">
        <Definitions
          items={[
            ['Status', <StatusPill key="status" item={certificate} />],
            certificate.validUntil
              ? ['Valid until', <When key="until" at={certificate.validUntil} />]
              : undefined,
            ['Digest', <LongId key="digest" value={certificate.digest} label="digest of the credential" />],
          ]}
        />
        <h3>Receipt</h3>
        <ReceiptWords receipt={receiptView(certificate)} />
      </Section>
      <SendSection certificate={certificate} sendings={sendings} />
      <RegisterSection certificate={certificate} />
      <EvidenceSection certificate={certificate} />
      <StatusForm certificate={certificate} />
      <Section title="What it says">
        <DocumentView document={subjectOf(certificate.credential)} />
      </Section>
    </Page>
  );
}
